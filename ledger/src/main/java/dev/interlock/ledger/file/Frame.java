package dev.interlock.ledger.file;

/** A whole frame whose checksum holds. The payload is shared, not copied: nobody changes it. */
final class Frame {

  private final long offset;
  private final byte kind;
  private final byte[] payload;

  Frame(long offset, byte kind, byte[] payload) {
    this.offset = offset;
    this.kind = kind;
    this.payload = payload;
  }

  long offset() {
    return offset;
  }

  boolean isEntry() {
    return kind == Format.ENTRY;
  }

  byte[] payload() {
    return payload;
  }

  long end() {
    return offset + Format.PREFIX + payload.length;
  }
}
