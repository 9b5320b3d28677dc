package dev.interlock.server;

/** The person who started the server, reading along. */
@FunctionalInterface
public interface Terminal {

  /** Says one line; never a secret that is kept elsewhere. */
  void say(String line);
}
