package dev.interlock.cli.remote;

import java.net.http.HttpResponse;
import java.util.List;

/**
 * What the server answered.
 *
 * @param server its address
 * @param response as it came
 * @param to what it answers
 */
public record Reply(String server, HttpResponse<byte[]> response, Message to) {

  /** The status of HTTP. */
  public int status() {
    return response.statusCode();
  }

  /** True when there is what was asked for. */
  public boolean found() {
    return status() / 100 == 2;
  }

  /** The body as bytes. */
  public byte[] body() {
    return response.body();
  }

  /** The body as an object. */
  public Part json() {
    return Part.of(Json.read(body(), server), server);
  }

  /** The body as a list. */
  public List<Part> list() {
    return Part.list(Json.read(body(), server), server);
  }

  /** This, or the reason why it is no answer. */
  Reply orThrow() {
    if (!found()) {
      throw Refusal.of(this);
    }
    return this;
  }
}
