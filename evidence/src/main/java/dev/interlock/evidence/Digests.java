package dev.interlock.evidence;

/** The form of digests in evidence and change requests. */
public final class Digests {

  /** What every digest begins with. */
  public static final String PREFIX = "sha256:";

  private static final int HEX_DIGITS = 64;

  private Digests() {}

  /** True for {@code sha256:} and 64 lower-case hexadecimal digits. */
  public static boolean isSha256(String text) {
    if (text.length() != PREFIX.length() + HEX_DIGITS || !text.startsWith(PREFIX)) {
      return false;
    }
    return text.chars()
        .skip(PREFIX.length())
        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /** The digest; IllegalArgumentException, naming the key, when it has another form. */
  static String require(String key, String digest) {
    if (!isSha256(digest)) {
      throw new IllegalArgumentException(
          key + " must be sha256: and 64 lower-case hexadecimal digits, found \"" + digest + "\"");
    }
    return digest;
  }
}
