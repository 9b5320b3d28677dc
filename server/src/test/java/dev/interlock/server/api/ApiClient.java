package dev.interlock.server.api;

import dev.interlock.server.TestServer;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.tokens.ApiToken;
import dev.interlock.server.security.tokens.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with a token. */
public final class ApiClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String secret;

  /** A program with this token at the server's address. */
  public ApiClient(String url, String secret) {
    this.url = url;
    this.secret = secret;
  }

  /** A program that may do everything that a token can be allowed. */
  public static ApiClient of(TestServer server, String name) {
    return of(server, name, EnumSet.allOf(AccountRole.class), Set.of());
  }

  /** The same with these roles, in these environments. */
  public static ApiClient of(
      TestServer server, String name, Set<AccountRole> roles, Set<String> environments) {
    String hash = "no password signs in here";
    server
        .bean(Accounts.class)
        .add(new Account(name, name, name, null, roles, hash, false, true, null));
    String secret = "ilk_" + UUID.randomUUID();
    Instant far = Instant.parse("2100-01-01T00:00:00Z");
    Instant made = Instant.parse("2026-11-01T00:00:00Z");
    server
        .bean(Tokens.class)
        .add(
            new ApiToken(
                UUID.randomUUID(), name, "test", roles, environments, made, far, null, null),
            secret);
    return new ApiClient(server.running().url(), secret);
  }

  /** The same program with the same token, at another replica. */
  public ApiClient at(TestServer other) {
    return new ApiClient(other.running().url(), secret);
  }

  /** What it sends to be let in. */
  public String authorization() {
    return "Bearer " + secret;
  }

  /** The command line with the same token. */
  CommandLine commandLine() {
    return new CommandLine(url, secret, "");
  }

  /** An answer: status, body as JSON, headers. */
  public record Answer(HttpResponse<byte[]> response) {

    /** Of HTTP. */
    public int status() {
      return response.statusCode();
    }

    /** The body as text. */
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
      return JsonMapper.shared().readTree(response.body());
    }

    /** A header; empty when it is missing. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Asks. */
  public Answer get(String path) {
    return send("GET", path, "");
  }

  /** Sends JSON, or whatever the headers say. */
  public Answer send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Sends bytes. */
  public Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .timeout(Duration.ofMinutes(2))
            .header("Authorization", authorization())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
