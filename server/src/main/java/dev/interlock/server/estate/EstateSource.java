package dev.interlock.server.estate;

import java.nio.file.Path;
import java.util.Optional;

/** Where the estate comes from. */
public interface EstateSource {

  /**
   * The newest state, as a folder that stays as it is until the next call.
   *
   * @throws dev.interlock.finding.Fault when it can't be reached
   */
  Checkout newest();

  /** How a person calls it: a folder or an address, without any password. */
  String name();

  /** Is told which state is in force from now on. */
  default void inForce(Checkout checkout) {}

  /** What was in force when the server stopped, where that is kept. */
  default Optional<Checkout> lastInForce() {
    return Optional.empty();
  }

  /**
   * A state of the estate.
   *
   * @param folder where its files lie
   * @param revision the commit, or the word {@code working copy} for a plain folder
   */
  record Checkout(Path folder, String revision) {}
}
