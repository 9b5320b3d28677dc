package dev.interlock.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who is signed in, with a browser and with a token. */
final class Visitor {

  private static final Pattern SECRET =
      Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("ilk_[A-Za-z0-9_-]{20,}");

  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String token = "";

  private Visitor(String url) {
    this.url = url;
  }

  /** Signs in with a password that has to be changed, and makes a token with these roles. */
  static Visitor signIn(String url, String name, String password, String roles)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(url);
    visitor.submit("/sign-in", "/sign-in", Map.of("username", name, "password", password));
    String next = password + "-2";
    visitor.submit(
        "/password", "/password", Map.of("now", password, "wanted", next, "again", next));
    String page =
        visitor.submit(
            "/account", "/account/tokens", Map.of("label", "bench", "days", "9", "roles", roles));
    visitor.token = first(TOKEN, page, "token");
    return visitor;
  }

  /** Opens a page. */
  HttpResponse<String> open(String page) throws IOException, InterruptedException {
    HttpRequest request = request(page).header("Accept", "text/html").GET().build();
    return expected(client.send(request, BodyHandlers.ofString()));
  }

  /** Sends the form on a page. */
  String submit(String page, String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    String secret = first(SECRET, open(page).body(), "form on " + page);
    String body =
        Stream.concat(fields.entrySet().stream(), Map.of("_csrf", secret).entrySet().stream())
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        request(action)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return expected(client.send(request, BodyHandlers.ofString())).body();
  }

  /** Asks the API. */
  HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/api/v1" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return expected(client.send(request.build(), BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private static HttpResponse<String> expected(HttpResponse<String> answer) {
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(
          answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  private static String first(Pattern pattern, String text, String what) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + what);
    }
    return found.group(found.groupCount());
  }
}
