package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.crypto.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The content of one file of a pack, which can be read twice: once to measure, once to write. */
interface Content {

  /** Opens the content. */
  InputStream open() throws IOException;

  /** A content in memory. */
  static Content of(Bytes bytes) {
    return () -> new ByteArrayInputStream(bytes.toArray());
  }

  /** The content of a file on disk. */
  static Content of(Path file) {
    return () -> Files.newInputStream(file);
  }

  /**
   * What has to be known before a file is stored.
   *
   * @param size in bytes
   * @param crc as ZIP wants it
   * @param sha256 in lower-case hex
   */
  record Measure(long size, long crc, String sha256) {}

  /** Reads the content once. */
  default Measure measure() throws IOException {
    MessageDigest sha256 = Sha256.digest();
    CRC32 crc = new CRC32();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
        crc.update(buffer, 0, read);
        size += read;
      }
    }
    return new Measure(size, crc.getValue(), HexFormat.of().formatHex(sha256.digest()));
  }

  /** Copies the content. */
  default void copyTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      in.transferTo(out);
    }
  }
}
