package dev.interlock.cli.remote;

import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Version;
import dev.interlock.usecases.InputRejected;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The API of a running server, asked with a token. Follows no redirect: the token stays here. */
public final class Api {

  /** Where all routes begin. */
  public static final String ROOT = "/api/v1";

  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  static final Duration TO_ANSWER = Duration.ofMinutes(2);
  private static final long LARGEST_ANSWER = 256L << 20;

  private final ServerAddress address;
  private final String token;
  private final String program;
  private final HttpClient client;

  private Api(ServerAddress address, String token, String program) {
    this.address = address;
    this.token = token;
    this.program = program;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
  }

  /**
   * The API of the server that was named.
   *
   * @throws InputRejected when address or token can't be used
   */
  public static Api open(ServerOption server, Invocation invocation) throws IOException {
    ServerAddress address = ServerAddress.parse(server.address(), server.insecure());
    String token = invocation.env().getOrDefault(ServerOption.TOKEN, "").strip();
    return new Api(address, sound(token), "interlock/" + Version.number());
  }

  /** Whatever is wrong with it, it is not shown. */
  private static String sound(String token) {
    if (token.isEmpty()) {
      throw new InputRejected(
          RemoteCode.NO_TOKEN.code(),
          ServerOption.TOKEN,
          "the token for the server is missing",
          "make one under your account in the console and put it into this variable");
    }
    if (token.length() > 4_096 || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new InputRejected(
          RemoteCode.NO_TOKEN.code(),
          ServerOption.TOKEN,
          "this can't be a token: expected letters, digits and signs without spaces",
          "copy it again as the console showed it");
    }
    return token;
  }

  /** The address of a page of the console. */
  public String page(String path) {
    return address.base() + path;
  }

  /** A part of a path or of a query, with what is special in it escaped. */
  public static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Asks for something; an answer that is none is thrown. */
  public Reply get(String path) {
    return ask("GET", path, Message.EMPTY, TO_ANSWER).orThrow();
  }

  /** Asks for something that may not be there. */
  public Reply find(String path) {
    Reply reply = ask("GET", path, Message.EMPTY, TO_ANSWER);
    return reply.status() == 404 ? reply : reply.orThrow();
  }

  /** Sends something; a refusal is thrown. */
  public Reply send(String method, String path, Message message) {
    return ask(method, path, message, TO_ANSWER).orThrow();
  }

  /** Sends something that is answered late. */
  public Reply send(String path, Message message, Duration late) {
    return ask("POST", path, message, TO_ANSWER.plus(late)).orThrow();
  }

  /** Whatever the server answers. */
  Reply ask(String method, String path, Message message, Duration patience) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.at(ROOT + path))
            .timeout(patience)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json, */*;q=0.5")
            .header("Accept-Language", Locale.ENGLISH.getLanguage())
            .header("User-Agent", program)
            .method(method, BodyPublishers.ofByteArray(message.body().toArray()));
    message.headers().forEach(request::header);
    return new Reply(address.base(), sent(request.build()), message);
  }

  private HttpResponse<byte[]> sent(HttpRequest request) {
    try {
      return client.send(
          request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    } catch (IOException e) {
      throw Unreachable.because(address.base(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unreachable.because(address.base(), new IOException("interrupted", e));
    }
  }
}
