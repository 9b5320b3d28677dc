package dev.interlock.recovery.odoo;

import dev.interlock.recovery.odoo.PythonToken.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What the manifest of a module says of itself, as Odoo understands it.
 *
 * @param version as it is written; empty when it can't be told
 * @param installable false when Odoo leaves the module out
 */
public record Manifest(String version, boolean installable) {

  /** The version of a module that says none. */
  private static final String USUAL = "1.0";

  private static final Manifest UNTOLD = new Manifest("", true);

  /** Reads one, and runs nothing of it. */
  public static Manifest of(String text) {
    return PythonDict.of(text).map(Manifest::of).orElse(UNTOLD);
  }

  private static Manifest of(PythonDict dict) {
    return new Manifest(
        dict.hasClearKeys() ? version(dict.value("version")) : "",
        dict.value("installable").map(Manifest::isTrue).orElse(true));
  }

  private static String version(Optional<List<PythonToken>> value) {
    return value.isPresent() ? PythonDict.text(value.get()).orElse("") : USUAL;
  }

  private static boolean isTrue(List<PythonToken> value) {
    return value.size() != 1
        || !value.getFirst().is(Kind.OTHER)
        || !List.of("False", "0", "None").contains(value.getFirst().text());
  }
}
