package dev.interlock.recovery.postgres.physical;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file by which a data directory knows whose it is.
 *
 * @param where whose file it is, for people
 * @param system number that a cluster is given when it is made
 */
public record ControlFile(String where, long system) {

  static final String FILE = "global/pg_control";

  /** Reads that of a data directory. */
  public static ControlFile in(Path data) throws IOException {
    try (InputStream file = Files.newInputStream(data.resolve(FILE))) {
      return of(file.readNBytes(Long.BYTES), "the data directory " + data);
    }
  }

  /** Out of its content, or the beginning of that. */
  static ControlFile of(byte[] content, String where) throws IOException {
    if (content.length < Long.BYTES) {
      throw new IOException(FILE + " in " + where + " is cut");
    }
    return new ControlFile(
        where, ByteBuffer.wrap(content).order(ByteOrder.nativeOrder()).getLong());
  }

  /** The number as the server tells it. */
  public String name() {
    return Long.toUnsignedString(system);
  }
}
