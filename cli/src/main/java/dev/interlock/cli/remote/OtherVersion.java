package dev.interlock.cli.remote;

import dev.interlock.usecases.InputRejected;

/** What is said of one version of a change is never taken for another. */
public final class OtherVersion {

  private OtherVersion() {}

  /**
   * Refuses when two digests differ.
   *
   * @param there of the version that the server speaks of
   * @param here of the version that lies here
   */
  public static void refuse(String server, String there, String here) {
    if (!there.equals(here)) {
      throw new InputRejected(
          RemoteCode.OTHER_VERSION.code(),
          server,
          "the server has another version of the change (" + there + ") than this (" + here + ")",
          "interlock gate CHANGE --server URL files the one that lies here");
    }
  }
}
