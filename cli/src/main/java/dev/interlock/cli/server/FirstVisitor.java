package dev.interlock.cli.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in as a new server's administrator, chooses another password, and opens every page. */
final class FirstVisitor {

  private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final List<String> PAGES =
      List.of(
          "/", "/changes", "/calendar", "/findings", "/drills", "/evidence", "/estate", "/account");

  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  FirstVisitor(String url) {
    this.url = url;
  }

  void visit(String password) throws IOException, InterruptedException {
    send("/sign-in", "username=admin&password=" + password, open("/sign-in"));
    String next = password + "-2";
    send("/password", "now=" + password + "&wanted=" + next + "&again=" + next, open("/password"));
    for (String page : PAGES) {
      open(page);
    }
  }

  private String open(String page) throws IOException, InterruptedException {
    return client.send(request(page).GET().build(), BodyHandlers.ofString()).body();
  }

  private void send(String action, String fields, String page)
      throws IOException, InterruptedException {
    Matcher secret = SECRET.matcher(page);
    String body =
        secret.find()
            ? fields + "&_csrf=" + URLEncoder.encode(secret.group(1), StandardCharsets.UTF_8)
            : fields;
    client.send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html");
  }
}
