package dev.interlock.recovery.postgres.physical;

import dev.interlock.recovery.postgres.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The file by which a data directory knows whose it is.
 *
 * @param system number that a cluster is given when it is made
 */
public record ControlFile(Path data, long system) {

  /** Reads it. */
  public static ControlFile in(Path data) throws IOException {
    try (InputStream file = Files.newInputStream(data.resolve("global").resolve("pg_control"))) {
      byte[] start = file.readNBytes(Long.BYTES);
      if (start.length < Long.BYTES) {
        throw new IOException("global/pg_control in " + data + " is cut");
      }
      return new ControlFile(data, ByteBuffer.wrap(start).order(ByteOrder.nativeOrder()).getLong());
    }
  }

  /** The number as the server tells it. */
  public String name() {
    return Long.toUnsignedString(system);
  }

  /** Copying another server's files while this one waits would go unnoticed until the restore. */
  void requireOf(Connection server) throws SQLException, IOException {
    String told = Sessions.text(server, "SELECT system_identifier::text FROM pg_control_system()");
    if (!told.equals(name())) {
      throw new IOException("the data directory " + data + " is that of another server");
    }
  }
}
