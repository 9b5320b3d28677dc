package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * The permanent codes of diagnostics about files of aliases; a retired code is never used again.
 */
enum AliasCode {
  /** The file is no list of resource providers. */
  POL100("save what \"az provider list --expand resourceTypes/aliases -o json\" prints"),
  /** A value is of another kind than Azure writes there. */
  POL101(null),
  /** An alias has no name, or no path in any API version. */
  POL102(null),
  /** A path is none. */
  POL103("a path is names joined by dots, with [*] behind a list's name"),
  /** An alias is declared twice for one type, with different paths. */
  POL104("the last one holds; remove the other"),
  /** A pattern can't be used. */
  POL105("type Extract needs a phrase that has the variable in braces"),
  /** The file declares no alias. */
  POL106("ask az with --expand resourceTypes/aliases"),
  /** There is more wrong than is listed. */
  POL107(null);

  private final @Nullable String hint;

  AliasCode(@Nullable String hint) {
    this.hint = hint;
  }

  Diagnostic error(SourceRef source, String message) {
    return new Diagnostic(name(), Diagnostic.Level.ERROR, source, message, hint);
  }

  Diagnostic warning(SourceRef source, String message) {
    return new Diagnostic(name(), Diagnostic.Level.WARNING, source, message, hint);
  }
}
