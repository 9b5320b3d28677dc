package dev.interlock.cli.remote;

import org.jspecify.annotations.Nullable;

/**
 * A change as the server has it.
 *
 * @param name of the change
 * @param title what is to be done
 * @param environment where
 * @param digest of the version that lies there
 * @param version its number, from 1
 */
public record FiledChange(
    String name, String title, String environment, String digest, long version) {

  /** The change that the server answered with. */
  public static FiledChange of(Reply reply) {
    Part change = reply.json().part("change");
    return new FiledChange(
        change.text("name"),
        change.text("title"),
        change.text("environment"),
        change.text("digest"),
        change.number("version"));
  }

  /** The change of that name; null when the server has none. */
  public static @Nullable FiledChange find(Api api, String name) {
    Reply reply = api.find("/changes/" + Api.escaped(name));
    return reply.found() ? of(reply) : null;
  }
}
