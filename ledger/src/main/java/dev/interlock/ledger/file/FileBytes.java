package dev.interlock.ledger.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that may be growing, as far as they were there when it was looked at. */
final class FileBytes implements AutoCloseable {

  private static final int BUFFER = 1 << 18;

  private final Path file;
  private InputStream in;
  private long length;

  FileBytes(Path file) {
    this.file = file;
    RegularFile.require(file);
    try {
      this.length = Files.size(file);
      this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (IOException e) {
      throw StorageErrors.of(file, "read", e);
    }
  }

  /** How long the file was when it was last looked at. */
  long length() {
    return length;
  }

  /** The next bytes; fewer at the end. */
  byte[] read(int size) {
    try {
      return in.readNBytes(size);
    } catch (IOException e) {
      throw StorageErrors.of(file, "read", e);
    }
  }

  /** Sees what was written meanwhile; the next read begins at the offset. */
  void lookAgain(long offset) {
    close();
    RegularFile.require(file);
    try {
      length = Math.max(offset, Files.size(file));
      in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      in.skipNBytes(offset);
    } catch (IOException e) {
      throw StorageErrors.of(file, "read", e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw StorageErrors.of(file, "close", e);
    }
  }
}
