package dev.interlock.usecases;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Starts the server. The command line finds it on the class path, so that it need not carry it. */
public interface ServerStart {

  /**
   * Starts and serves until the program is told to end.
   *
   * @param options where and with what
   * @param say takes what the person at the terminal is to read, line by line
   * @throws InputRejected when the options can't be used
   * @throws dev.interlock.finding.Fault when something outside keeps it from starting
   */
  void run(ServerOptions options, Consumer<String> say);

  /** The server that came with the program, if one did. */
  static Optional<ServerStart> find() {
    return ServiceLoader.load(ServerStart.class).findFirst();
  }
}
