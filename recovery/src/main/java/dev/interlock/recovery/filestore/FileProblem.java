package dev.interlock.recovery.filestore;

/**
 * What is wrong with one file.
 *
 * @param name its name, {@code xx/SHA-1}
 * @param detail the same in words, with numbers
 */
public record FileProblem(Kind kind, String name, String detail) {

  /** What can be wrong. */
  public enum Kind {
    /** There is no such file. */
    MISSING,
    /** It has fewer bytes than it must. */
    SHORT,
    /** It has more bytes than it must. */
    LONG,
    /** Its content is not the one that its name tells. */
    WRONG_CONTENT,
    /** It is there, but can't be read. */
    UNREADABLE,
    /** It is a link, a folder or a device. */
    NOT_A_FILE,
    /** In the store it is not as it was stored, or not at hand. */
    DAMAGED_IN_STORE
  }

  static FileProblem missing(AttachmentFile file) {
    return new FileProblem(Kind.MISSING, file.name(), "is not there");
  }

  static FileProblem size(AttachmentFile file, long found) {
    Kind kind = found < file.bytes() ? Kind.SHORT : Kind.LONG;
    return new FileProblem(kind, file.name(), "has " + found + " bytes instead of " + file.bytes());
  }

  /** Whether all that is known to be wrong is its size. */
  boolean isOfSize() {
    return kind == Kind.SHORT || kind == Kind.LONG;
  }

  static FileProblem content(AttachmentFile file, String found) {
    return new FileProblem(
        Kind.WRONG_CONTENT, file.name(), "holds something else, with SHA-1 " + found);
  }

  static FileProblem unreadable(AttachmentFile file, String reason) {
    return new FileProblem(Kind.UNREADABLE, file.name(), "can't be read: " + reason);
  }

  static FileProblem notAFile(AttachmentFile file) {
    return new FileProblem(Kind.NOT_A_FILE, file.name(), "is a link, folder or device, no file");
  }

  static FileProblem inStore(AttachmentFile file, String how) {
    return new FileProblem(Kind.DAMAGED_IN_STORE, file.name(), "is damaged in the store: " + how);
  }

  static FileProblem archived(AttachmentFile file) {
    return new FileProblem(
        Kind.DAMAGED_IN_STORE,
        file.name(),
        "lies in an archive of the store, out of reach for hours");
  }

  @Override
  public String toString() {
    return name + " " + detail;
  }
}
