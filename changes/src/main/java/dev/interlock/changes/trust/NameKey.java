package dev.interlock.changes.trust;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a name when letter case, blanks and signs make no difference. */
public final class NameKey {

  private NameKey() {}

  /** Letters and digits, in small letters: the same for two ways to write one name. */
  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
