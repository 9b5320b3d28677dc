package dev.interlock.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser does without its looks: keeps cookies, sends forms with their secret. */
public final class Browser {

  private static final Pattern SECRET =
      Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"");

  private final String url;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** A browser for the server at the address. */
  public Browser(String url) {
    this.url = url;
  }

  /** Opens a page, without following where it leads. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Only how a request is answered: what an endless answer says is not waited for. */
  public int status(String method, String path, String... headers) {
    HttpRequest request = request(path, headers).method(method, BodyPublishers.noBody()).build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a script of the console would send to the API: JSON, with the secret of the session. */
  public HttpResponse<String> api(String path, String json, String tag) {
    String secret = secret(get("/password", "Accept", "text/html").body());
    return send(
        "POST",
        "/api/v1" + path,
        json,
        "Content-Type",
        "application/json",
        "If-Match",
        tag,
        "X-CSRF-TOKEN",
        secret);
  }

  /** Listens to what a page goes on telling, line by line. */
  public HttpResponse<Stream<String>> stream(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines());
  }

  /** Sends something that isn't a form. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.ofString(body)));
  }

  /** Fills in and sends the form on a page. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", secret(get(page, "Accept", "text/html").body()));
    return form(action, all);
  }

  /** Sends fields as a form. */
  public HttpResponse<String> form(String action, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(action, "Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Signs in on the page for it. */
  public HttpResponse<String> signIn(String name, String password) {
    return submit("/sign-in", "/sign-in", Map.of("username", name, "password", password));
  }

  /** The cookies that are kept. */
  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** The value of the session's cookie. */
  public String session() {
    return cookies().stream()
        .filter(c -> c.getName().equals("interlock"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** The secret of the first form on a page. */
  public static String secret(String page) {
    Matcher found = SECRET.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no form's secret on the page:\n" + page);
    }
    return found.group(1);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path));
    return headers.length == 0 ? builder : builder.headers(headers);
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
