package dev.interlock.usecases;

import java.nio.file.Path;

/** Keeps what a server handed out, as the bytes it is. */
public final class KeepDownload {

  /**
   * Says early that a file cannot be made.
   *
   * @throws InputRejected when it exists
   */
  public void requireNew(Path file) {
    NewFile.require(file);
  }

  /**
   * Writes a new file, and the folder where there is none.
   *
   * @throws InputRejected when it exists
   */
  public void run(byte[] content, Path file) {
    NewFile.write(file, content);
  }
}
