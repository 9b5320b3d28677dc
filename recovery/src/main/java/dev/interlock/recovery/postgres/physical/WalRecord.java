package dev.interlock.recovery.postgres.physical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.CRC32C;

/** One change in the log; only ends of transactions and restore points are understood. */
record WalRecord(ByteBuffer bytes) {

  static final int HEAD = 24;

  private static final int CHECKSUM = 20;
  private static final int TRANSACTIONS = 1;
  private static final int LOG_ITSELF = 0;
  private static final int SWITCH = 0x40;
  private static final int RESTORE_POINT = 0x70;
  private static final int NAME = 64;
  private static final int COMMIT = 0x00;
  private static final int ABORT = 0x20;
  private static final int COMMIT_PREPARED = 0x30;
  private static final int ABORT_PREPARED = 0x40;
  private static final int ORIGIN = 253;
  private static final int ABOVE = 252;
  private static final int SHORT = 255;

  /** PostgreSQL counts microseconds since then. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  static WalRecord of(byte[] record) {
    return new WalRecord(ByteBuffer.wrap(record).order(ByteOrder.nativeOrder()));
  }

  /** It is what was written. */
  boolean isWhole() {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(HEAD, bytes.capacity() - HEAD));
    crc.update(bytes.slice(0, CHECKSUM));
    return (int) crc.getValue() == bytes.getInt(CHECKSUM);
  }

  /** The rest of the file is empty. */
  boolean endsFile() {
    return manager() == LOG_ITSELF && (info() & 0xF0) == SWITCH;
  }

  /** When a transaction was committed or given up; a recovery can stop at no other record. */
  Optional<Instant> ended() {
    int what = info() & 0x70;
    boolean ends =
        what == COMMIT || what == ABORT || what == COMMIT_PREPARED || what == ABORT_PREPARED;
    return manager() == TRANSACTIONS && ends ? Optional.of(time(content())) : Optional.empty();
  }

  /** Name of the restore point that it sets. */
  Optional<String> mark() {
    return manager() == LOG_ITSELF && (info() & 0xF0) == RESTORE_POINT
        ? Optional.of(name(content() + Long.BYTES))
        : Optional.empty();
  }

  private String name(int at) {
    int end = at;
    while (end < at + NAME && end < bytes.capacity() && bytes.get(end) != 0) {
      end++;
    }
    byte[] name = new byte[end - at];
    bytes.get(at, name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private Instant time(int at) {
    return EPOCH.plus(bytes.getLong(at), ChronoUnit.MICROS);
  }

  /** Where what it says begins, behind marks of replication and of subtransactions. */
  private int content() {
    int at = HEAD;
    while (true) {
      int mark = Byte.toUnsignedInt(bytes.get(at));
      switch (mark) {
        case ORIGIN -> at += 3;
        case ABOVE -> at += 5;
        case SHORT -> {
          return at + 2;
        }
        default -> {
          return at + 5;
        }
      }
    }
  }

  private int info() {
    return Byte.toUnsignedInt(bytes.get(16));
  }

  private int manager() {
    return Byte.toUnsignedInt(bytes.get(17));
  }
}
