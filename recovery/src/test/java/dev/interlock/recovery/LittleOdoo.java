package dev.interlock.recovery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A program that serves what a drill asks of Odoo, out of the database and the files that it finds
 * in its environment, as Odoo does. The first argument is what is wrong with it.
 */
final class LittleOdoo {

  private static final String SESSION = UUID.randomUUID().toString();

  private final String wrong;

  private LittleOdoo(String wrong) {
    this.wrong = wrong;
  }

  public static void main(String[] arguments) throws Exception {
    LittleOdoo odoo = new LittleOdoo(arguments.length == 0 ? "" : arguments[0]);
    int port = Integer.parseInt(env("ODOO_HTTP_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", odoo::answer);
    server.start();
    System.err.println("listening; the password is " + env("PGPASSWORD"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (wrong.equals("silent")) {
        Thread.sleep(600_000);
      }
      if (wrong.equals("500")) {
        send(exchange, 500, new byte[0]);
      } else if (path.equals("/web/health")) {
        send(exchange, 200, "{\"status\": \"pass\"}".getBytes(StandardCharsets.UTF_8));
      } else if (path.equals("/web/session/authenticate")) {
        authenticate(exchange, body);
      } else if (!isSignedIn(exchange)) {
        send(exchange, 403, new byte[0]);
      } else if (path.startsWith("/web/dataset/call_kw/")) {
        read(exchange, body);
      } else if (path.startsWith("/web/content/")) {
        content(exchange, Long.parseLong(path.substring("/web/content/".length())));
      } else if (path.equals("/shop")) {
        send(exchange, 200, "<h1>Pumps and valves</h1>".getBytes(StandardCharsets.UTF_8));
      } else {
        send(exchange, 404, new byte[0]);
      }
    } catch (Exception e) {
      e.printStackTrace();
      send(exchange, 500, new byte[0]);
    }
  }

  private static boolean isSignedIn(HttpExchange exchange) {
    List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    return cookies.stream().anyMatch(cookie -> cookie.contains(SESSION));
  }

  private static void authenticate(HttpExchange exchange, String body) throws Exception {
    String[] user =
        row("select id, password from res_users where login = :'value'", word(body, "login"));
    if (user.length == 2
        && word(body, "db").equals(env("PGDATABASE"))
        && fits(word(body, "password"), user[1])) {
      exchange.getResponseHeaders().add("Set-Cookie", "session_id=" + SESSION + "; Path=/");
      json(exchange, "{\"jsonrpc\":\"2.0\",\"result\":{\"uid\":" + user[0] + "}}");
      return;
    }
    json(
        exchange,
        """
        {"jsonrpc":"2.0","error":{"code":200,"message":"Odoo Server Error",
        "data":{"name":"odoo.exceptions.AccessDenied","message":"Access Denied, Jane Doe"}}}\
        """);
  }

  /** As passlib verifies. */
  private static boolean fits(String password, String hash) throws Exception {
    String[] parts = hash.split("\\$");
    byte[] salt = Base64.getDecoder().decode(parts[3].replace('.', '+'));
    byte[] expected = Base64.getDecoder().decode(parts[4].replace('.', '+'));
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, Integer.parseInt(parts[2]), 512);
    byte[] found =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    return parts[1].equals("pbkdf2-sha512") && MessageDigest.isEqual(found, expected);
  }

  private void read(HttpExchange exchange, String body) throws Exception {
    String table = word(body, "model").replace('.', '_');
    Matcher id = Pattern.compile("\\[\"id\",\"=\",(\\d+)]").matcher(body);
    if (!table.matches("[a-z_]+") || !id.find()) {
      throw new IllegalArgumentException(body);
    }
    if (wrong.equals("no-" + table)) {
      json(exchange, "{\"jsonrpc\":\"2.0\",\"result\":[]}");
      return;
    }
    String[] found = row("select id, name from " + table + " where id = :'value'", id.group(1));
    json(
        exchange,
        "{\"jsonrpc\":\"2.0\",\"result\":[{\"id\":%s,\"name\":\"%s\"}]}"
            .formatted(found[0], wrong.equals("wrong-name") ? "S99999" : found[1]));
  }

  private void content(HttpExchange exchange, long id) throws Exception {
    String name =
        row("select store_fname from ir_attachment where id = :'value'", Long.toString(id))[0];
    Path files = Path.of(env("ODOO_DATA_DIR"), "filestore", env("PGDATABASE"));
    // Odoo writes there too.
    Files.writeString(files.resolve("written-by-odoo"), "a bundle");
    byte[] content = Files.readAllBytes(files.resolve(name));
    send(exchange, 200, wrong.equals("wrong-file") ? new byte[] {1, 2} : content);
  }

  /** The first row of an answer, asked as every program of PostgreSQL's own library does. */
  private static String[] row(String sql, String value) throws Exception {
    Process psql =
        new ProcessBuilder("psql", "-XAtq", "-v", "value=" + value)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream out = psql.getOutputStream()) {
      out.write(sql.getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return answer.strip().split("\\|");
  }

  private static String word(String body, String key) {
    Matcher word = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(body);
    if (!word.find()) {
      throw new IllegalArgumentException("no " + key);
    }
    return word.group(1);
  }

  private static void json(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    send(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    try (exchange) {
      exchange.getResponseBody().write(content);
    }
  }

  private static String env(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not in the environment");
    }
    return value;
  }
}
