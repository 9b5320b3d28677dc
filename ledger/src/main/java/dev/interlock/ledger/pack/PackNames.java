package dev.interlock.ledger.pack;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names inside a pack: usable on every system, and none leads out of the directory. */
public final class PackNames {

  static final String README = "README.txt";
  static final String MANIFEST = "MANIFEST.sha256";
  static final String CHECKPOINT = "checkpoint.txt";
  static final String KEYS = "keys/";
  static final String ENTRIES = "entries/";
  static final String PROOFS = "proofs/";
  static final String ATTACHMENTS = "attachments/";

  private static final int MAX_LENGTH = 255;
  private static final String FORBIDDEN = "\\:*?\"<>|";

  private PackNames() {}

  /** Why a name cannot be used; null when it can. */
  public static @Nullable String problem(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return "is empty or longer than " + MAX_LENGTH + " characters";
    }
    if (name.chars().anyMatch(c -> Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0)) {
      return "has a character that some system forbids or treats as a path";
    }
    for (String segment : name.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return "has an empty, . or .. part, or begins or ends with a slash";
      }
      if (segment.endsWith(".") || segment.endsWith(" ") || segment.startsWith(" ")) {
        return "has a part that begins or ends with a space, or ends with a dot";
      }
    }
    return null;
  }

  /** Two names with the same key are one file to some file system. */
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** The name of an entry without folder and extension: files sort by index. */
  static String ofIndex(long index) {
    return String.format(Locale.ROOT, "%012d", index);
  }
}
