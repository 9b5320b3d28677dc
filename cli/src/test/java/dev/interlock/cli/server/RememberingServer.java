package dev.interlock.cli.server;

import dev.interlock.usecases.ServerOptions;
import dev.interlock.usecases.ServerStart;
import java.util.function.Consumer;

/** Stands where the server would: says with what it was started, and ends at once. */
public final class RememberingServer implements ServerStart {

  /** What is done while the server runs. */
  static Runnable meanwhile = () -> {};

  @Override
  public void run(ServerOptions options, Consumer<String> say) {
    say.accept(options.toString());
    meanwhile.run();
  }
}
