package dev.interlock.recovery.filestore;

import dev.interlock.recovery.StoreLayout;

/**
 * A file of attachments, whose name is the SHA-1 of its content.
 *
 * @param name {@code xx/SHA-1}, where xx are the first two digits
 * @param bytes its size
 */
public record AttachmentFile(String name, long bytes) {

  private static final int DIGITS = 40;

  public AttachmentFile {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a file of attachments is named xx/ and 40 hexadecimal digits that begin with xx");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("a file has no fewer than 0 bytes");
    }
  }

  /** True when Odoo would name a file so. */
  public static boolean isName(String name) {
    return name.length() == 3 + DIGITS
        && name.charAt(2) == '/'
        && name.startsWith(name.substring(0, 2), 3)
        && name.chars().skip(3).allMatch(AttachmentFile::isDigit);
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** The digest that its content must have, in hexadecimal. */
  public String sha1() {
    return name.substring(3);
  }

  /** Its name in a store. */
  public String inStore() {
    return StoreLayout.FILES + name;
  }
}
