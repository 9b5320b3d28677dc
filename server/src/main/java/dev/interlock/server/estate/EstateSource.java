package dev.interlock.server.estate;

import java.nio.file.Path;

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

  /**
   * A state of the estate.
   *
   * @param folder where its files lie
   * @param revision the commit, or the word {@code working copy} for a plain folder
   */
  record Checkout(Path folder, String revision) {}
}
