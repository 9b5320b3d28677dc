package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import dev.interlock.goldens.FreePort;
import dev.interlock.server.Browser;
import dev.interlock.server.api.ApiClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The built program as {@code interlock up} starts it: a process of its own, to be killed. */
final class Program implements AutoCloseable {

  private static final Pattern GIVEN = Pattern.compile("id=\"given\">([^<]+)<");
  private static final Pattern TOKEN = Pattern.compile("id=\"secret\">([^<]+)<");
  private static final Pattern SAID = Pattern.compile("with the password (\\S+)");
  private static final String OWN = "a password of one's own";

  private final Path data;
  private final int port;
  private Process process;
  private String password = "";

  private final List<String> further;
  private final Map<String, String> variables;

  private Program(Path data, int port, List<String> further, Map<String, String> variables)
      throws IOException {
    this.data = data;
    this.further = List.copyOf(further);
    this.variables = Map.copyOf(variables);
    this.port = port;
    this.process = launch();
  }

  static Program start(Path data) throws IOException {
    return new Program(data, FreePort.next(), List.of(), Map.of());
  }

  /** The same on an estate of one's own, with these variables of its environment. */
  static Program start(Path data, Path estate, Map<String, String> variables) throws IOException {
    return new Program(data, FreePort.next(), List.of("--estate", estate.toString()), variables);
  }

  /** Starts it again on the same data and at the same address. */
  void restart() throws IOException {
    process = launch();
  }

  /** Returns when it says where it is. */
  private Process launch() throws IOException {
    Path root = Checkout.root();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseG1GC",
            "-Xmx1g",
            // Up in half the time; most of them are killed soon.
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            root.resolve("server/target/dist/lib/interlock-server.jar").toString(),
            "dev.interlock.cli.Main",
            "up",
            "--port",
            Integer.toString(port),
            "--data",
            data.toString()));
    command.addAll(further);
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("INTERLOCK_HOME", root.toString());
    builder.environment().putAll(variables);
    Path log = data.resolveSibling("server.log");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process started = builder.start();
    StringBuilder said = new StringBuilder();
    BufferedReader lines = started.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      Matcher secret = SAID.matcher(line);
      password = secret.find() ? secret.group(1) : password;
      if (line.startsWith("Interlock is at")) {
        return started;
      }
    }
    throw new IllegalStateException(said + Files.readString(log));
  }

  String url() {
    return "http://localhost:" + port;
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9}; its PostgreSQL lives on for a while. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  Browser administrator() {
    Browser browser = new Browser(url());
    assertThat(browser.signIn("admin", password).statusCode()).isEqualTo(302);
    return browser;
  }

  /** Somebody of the estate, signed in with a password of their own. */
  Browser person(Browser administrator, String person, String login, String roles) {
    String page =
        administrator
            .submit(
                "/accounts", "/accounts", Map.of("person", person, "login", login, "roles", roles))
            .body();
    String given = found(GIVEN, page);
    Browser browser = new Browser(url());
    browser.signIn(login, given);
    browser.submit("/password", "/password", Map.of("now", given, "wanted", OWN, "again", OWN));
    if (browser.get("/account", "Accept", "text/html").statusCode() != 200) {
      browser.signIn(login, OWN);
    }
    return browser;
  }

  /** A program that acts for somebody. */
  ApiClient token(Browser owner, String roles) {
    String page =
        owner
            .submit(
                "/account",
                "/account/tokens",
                Map.of("label", "faults", "days", "7", "roles", roles))
            .body();
    return new ApiClient(url(), found(TOKEN, page));
  }

  private static String found(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  /** The database that came along, as the server itself connects to it. */
  DataSource database() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres");
    source.setUser("interlock_app");
    source.setPassword(Files.readString(data.resolve("runtime.password")).strip());
    return source;
  }

  /** As Ctrl-C; also stops the PostgreSQL of a server that was killed. */
  @Override
  public void close() throws IOException {
    if (!process.isAlive()) {
      restart();
    }
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
