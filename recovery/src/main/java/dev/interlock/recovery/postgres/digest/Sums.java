package dev.interlock.recovery.postgres.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * How many rows, and the sum of their digests in two halves of 64 bits. A sum does not depend on
 * the order, a row that is there twice counts twice, and parts of a table add up to the whole.
 */
record Sums(long rows, long first, long second) {

  static final Sums ZERO = new Sums(0, 0, 0);

  Sums plus(Sums other) {
    return new Sums(rows + other.rows, first + other.first, second + other.second);
  }

  /** One digest of all of it, and of the names of the columns. */
  String digest(List<Column> columns) {
    MessageDigest sha = RowDigest.sha256();
    for (Column column : columns) {
      sha.update(column.name().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
    }
    ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES);
    sha.update(numbers.putLong(rows).putLong(first).putLong(second).flip());
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }
}
