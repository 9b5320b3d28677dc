package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.RouteRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Addresses that lead elsewhere, in every place where an address has something to fill in. */
@ExtendWith(SharedServer.class)
class HostilePathsIT {

  /** What is put in place of a name. */
  private static final List<String> ELSEWHERE =
      List.of(
          "..",
          ".",
          "../../../../etc/passwd",
          "..%2f..%2f..%2fetc%2fpasswd",
          "%2e%2e",
          "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
          "%252e%252e%252fetc%252fpasswd",
          "..\\..\\etc\\passwd",
          "..%5c..%5cetc%5cpasswd",
          "%00",
          SampleChange.NAME + "%00",
          SampleChange.NAME + ";x",
          SampleChange.NAME + ";x=1",
          SampleChange.NAME + "%3bx",
          "%c0%ae%c0%ae",
          "%ff%fe",
          "%",
          "%zz",
          "%0d%0aX-Injected:%201",
          "a%2fb",
          "/",
          "%2f",
          "'%20or%20'1'%3d'1",
          "%24%7bx%7d",
          "%3cscript%3e",
          "-1",
          "99999999999999999999",
          "x".repeat(4000));

  /** What is asked for beside names. */
  private static final List<String> QUERIES =
      List.of(
          "/api/v1/changes?q=%00",
          "/api/v1/changes?q=%ff",
          "/api/v1/changes?q=%",
          "/api/v1/changes?state=%00",
          "/api/v1/changes?state=nonsense",
          "/api/v1/changes?outcome=%00&contact=%00&environment=%00&requester=%00",
          "/api/v1/changes?limit=many",
          "/api/v1/changes?limit=-1",
          "/api/v1/changes?limit=99999999999",
          "/api/v1/changes?cursor=%00",
          "/api/v1/changes?cursor=-1",
          "/api/v1/changes?cursor=99999999999999999999",
          "/api/v1/findings",
          "/api/v1/findings?change=%00",
          "/api/v1/findings?change=../x",
          "/api/v1/windows/next",
          "/api/v1/windows/next?environment=%00",
          "/api/v1/windows/next?environment=core-production&from=nonsense",
          "/api/v1/windows/next?environment=core-production&from=%2b999999999-12-31T23:59:59Z",
          "/api/v1/windows/next?environment=core-production&duration=PT9999999999999H",
          "/api/v1/windows/next?environment=core-production&duration=-PT1H",
          "/api/v1/windows/next?environment=core-production&tier=%00",
          "/api/v1/ledger/entries?from=-1",
          "/api/v1/ledger/entries?from=9223372036854775807&limit=1000",
          "/api/v1/ledger/entries?limit=-9",
          "/api/v1/ledger/consistency?from=5&to=1",
          "/api/v1/ledger/consistency?from=0&to=9223372036854775807",
          "/api/v1/ledger/consistency?from=x&to=y",
          "/api/v1/ledger/pack",
          "/api/v1/ledger/pack?entries=",
          "/api/v1/ledger/pack?entries=-1",
          "/api/v1/ledger/pack?entries=999999999",
          "/api/v1/ledger/pack?entries=0,0,0",
          "/changes?q=%ff",
          "/changes?q=%",
          "/changes?q=%ff",
          "/changes?q=%",
          "/changes?after=nonsense",
          "/changes?after=%00",
          "/changes?q=%00",
          "/changes?state=%00&outcome=x&contact=%3cscript%3e",
          "/findings?severity=%00",
          "/findings?q=%00&change=../..",
          "/calendar?from=nonsense",
          "/calendar?zone=Mars/Olympus",
          "/calendar?from=%2b999999999-12-31",
          "/calendar?weeks=999999999&days=999999999",
          "/evidence?after=nonsense&q=%00",
          "/evidence?from=-1",
          "/estate?view=%00",
          "/sign-in?to=//elsewhere.example/%0d%0aX-Injected:1");

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private static Raw raw;
  private static List<String> program;
  private static List<String> person;

  @BeforeAll
  static void start(TestServer server) {
    raw = new Raw(server.running().url());
    program = List.of("Authorization: " + ApiClient.of(server, "hostile-paths").authorization());
    Browser browser = server.person("logistics-lead", List.of(AccountRole.values()));
    String secret = Browser.secret(browser.get("/password", "Accept", "text/html").body());
    person = List.of("Cookie: interlock=" + browser.session(), "X-CSRF-TOKEN: " + secret);
  }

  @Test
  void no_route_with_a_name_in_it_leads_anywhere_else() {
    Calm calm = new Calm();
    routes()
        .forEach(route -> {
          for (String name : ELSEWHERE) {
            String line = route.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(name));
            for (List<String> sender : List.of(program, person)) {
              Raw.Reply reply = asked(line, sender);
              calm.unharmed(line, reply);
              assertThat(reply.body()).as(line).doesNotContain("root:");
              assertThat(reply.head()).as(line).doesNotContain("X-Injected");
            }
          }
        });
    assertThat(calm.complaints()).isEmpty();
  }

  /** Every rule whose path has something to fill in. */
  private static Stream<String> routes() {
    return RouteRules.shipped().all().stream()
        .map(rule -> rule.method() + " " + rule.path().getPatternString())
        .filter(route -> route.contains("{"));
  }

  @Test
  void no_query_is_the_servers_fault() {
    Calm calm = new Calm();
    for (String query : QUERIES) {
      Raw.Reply reply = asked("GET " + query, program);
      calm.unharmed(query, reply);
      assertThat(reply.head()).as(query).doesNotContain("X-Injected");
      if (query.startsWith("/api/") && reply.status() >= 400) {
        calm.problem(query, reply);
      }
    }
    assertThat(calm.complaints()).isEmpty();
  }

  @Test
  void no_form_is_the_servers_fault() {
    Calm calm = new Calm();
    for (String page :
        List.of(
            "/changes",
            "/changes/explain",
            "/changes/" + SampleChange.NAME + "/withdrawal",
            "/changes/" + SampleChange.NAME + "/answer",
            "/accounts",
            "/account/tokens",
            "/password",
            "/accounts/admin/roles",
            "/sign-in",
            "/board/tiles")) {
      for (String form :
          List.of(
              "",
              "%ff=%ff",
              "a=%",
              "=",
              "&&&",
              "title=%00&reason=%00&seen=%00&seat=%00&label=%00",
              "username=%00&password=%00",
              "login=%00&roles=viewer&person=%00",
              "days=x",
              "hours=x",
              "seen=x&reason=%00",
              "notBefore=x&hours=PT99999999999999H&back=-PT1H",
              "roles=%00",
              "now=%00&wanted=%00&again=%00",
              "seen=x&seat=y&answer=MAYBE",
              "manifests=x")) {
        calm.unharmed(page + " " + form, posted(page, form, FORM));
      }
      for (String kind : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
        String junk = "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n--x";
        calm.refused(page + " as " + kind, posted(page, junk, "Content-Type: " + kind));
      }
    }
    assertThat(calm.complaints()).isEmpty();
  }

  private static Raw.Reply posted(String page, String form, String kind) {
    List<String> headers = new ArrayList<>(person);
    headers.add("Accept: text/html");
    headers.add(kind);
    return raw.send("POST " + page + " HTTP/1.1", headers, form.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothing_but_what_is_meant_to_be_shown_comes_out_of_the_folders_of_files() {
    Calm calm = new Calm();
    for (String folder : List.of("/assets/", "/webjars/", "/", "/actuator/health/")) {
      for (String up :
          List.of(
              "..",
              "%2e%2e",
              "..%2f..",
              "%2e%2e%2f%2e%2e",
              "..%5c..",
              "..\\..",
              ";x/..",
              "%252e%252e",
              "%c0%ae%c0%ae",
              ".%00.",
              "./..",
              "//..",
              "interlock.css/..",
              "%2e%2e;")) {
        for (String file : List.of("application.yaml", "logback.xml", "META-INF/MANIFEST.MF")) {
          String path = folder + up + "/" + file;
          calm.refused(path, raw.get(path, "Accept: */*"));
        }
      }
    }
    for (String path :
        List.of(
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/assets/",
            "/webjars/",
            "/.git/config",
            "/application.yaml",
            "/dev/interlock/server/security/routes.txt",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/loggers",
            "/h2-console")) {
      calm.refused(path, asked("GET " + path, program));
    }
    assertThat(calm.complaints()).isEmpty();
  }

  /** Whoever is let in everywhere where a token is. */
  private static Raw.Reply asked(String line, List<String> sender) {
    List<String> headers = new ArrayList<>(sender);
    if (!line.startsWith("GET")) {
      headers.add(line.contains(" /api/") ? "Content-Type: application/json" : FORM);
      headers.add("If-Match: \"x\"");
    }
    byte[] body = line.startsWith("GET") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
    return raw.send(line + " HTTP/1.1", headers, body);
  }
}
