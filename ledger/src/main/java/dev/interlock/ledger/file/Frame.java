package dev.interlock.ledger.file;

/** A whole frame whose checksum holds. Its bytes are shared, not copied: nobody changes them. */
final class Frame {

  private final long offset;
  private final byte kind;
  private final byte[] seal;
  private final byte[] content;

  Frame(long offset, byte kind, byte[] seal, byte[] content) {
    this.offset = offset;
    this.kind = kind;
    this.seal = seal;
    this.content = content;
  }

  long offset() {
    return offset;
  }

  boolean isEntry() {
    return Format.isEntry(kind);
  }

  /** What the writer put on the entry; empty when it put nothing. */
  byte[] seal() {
    return seal;
  }

  /** The entry, or the note of the checkpoint. */
  byte[] content() {
    return content;
  }

  long end() {
    return offset + Format.PREFIX + seal.length + content.length;
  }
}
