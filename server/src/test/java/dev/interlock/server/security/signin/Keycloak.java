package dev.interlock.server.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Keycloak of one's own with the realm {@code works}, and somebody at its sign-in form. */
final class Keycloak implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String url;
  private String remembered = "";

  private Keycloak(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts the one in the folder; waits until it answers. */
  static Keycloak start(Path home, Path log) throws IOException, InterruptedException {
    try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/works.json")) {
      Path folder = Files.createDirectories(home.resolve("data/import"));
      Files.write(folder.resolve("works.json"), Objects.requireNonNull(realm).readAllBytes());
    }
    int port = FreePort.next();
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
    // It answers a few dozen requests: what a better compiler would do for it never pays.
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    Keycloak keycloak = new Keycloak(builder.start(), "http://localhost:" + port);
    keycloak.await(log);
    return keycloak;
  }

  String issuer() {
    return url + "/realms/works";
  }

  /** Signs in on the form at the address; returns where Keycloak sends the browser then. */
  URI signIn(String address, String name, String password) {
    HttpResponse<String> form = send(HttpRequest.newBuilder(URI.create(address)).GET());
    Matcher action = FORM.matcher(form.body());
    assertThat(action.find()).as(form.body()).isTrue();
    String fields = "username=" + encode(name) + "&password=" + encode(password);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies(form))
                .POST(BodyPublishers.ofString(fields)));
    remembered = cookies(answer);
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError("Keycloak did not let in:\n" + answer.body())));
  }

  /** How it answers somebody who comes back in the browser that signed in last. */
  HttpResponse<String> again(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).header("Cookie", remembered).GET());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Path log) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        close();
        throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
      }
      Thread.sleep(500);
    }
  }

  private boolean answers() {
    try {
      String path = issuer() + "/.well-known/openid-configuration";
      return send(HttpRequest.newBuilder(URI.create(path)).GET()).statusCode() == 200;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  /** Cookies that want TLS too: what a browser does for its own machine. */
  private static String cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
