package dev.interlock.recovery.odoo;

import dev.interlock.recovery.odoo.PythonToken.Kind;
import java.util.Locale;
import java.util.Optional;

/** A string of Python in any of its quotes. */
final class PythonString {

  private final String source;
  private final String prefix;
  private final String quote;
  private final StringBuilder text = new StringBuilder();
  private boolean isClear;
  private int at;

  /** Begins behind its prefix, such as {@code r} or none. */
  PythonString(String source, int at, String prefix) {
    this.source = source;
    this.prefix = prefix.toLowerCase(Locale.ROOT);
    String one = source.substring(at, at + 1);
    this.quote = source.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
    this.isClear = this.prefix.isEmpty() || this.prefix.equals("u") || this.prefix.equals("r");
    this.at = at + quote.length();
  }

  /** The string; empty when it has no end. */
  Optional<PythonToken> read() {
    while (at < source.length()) {
      if (source.startsWith(quote, at)) {
        at += quote.length();
        return Optional.of(new PythonToken(isClear ? Kind.STRING : Kind.OTHER, text.toString()));
      }
      if (source.charAt(at) == '\n' && quote.length() == 1) {
        return Optional.empty();
      }
      step();
    }
    return Optional.empty();
  }

  private void step() {
    char it = source.charAt(at++);
    if (it != '\\' || at == source.length()) {
      text.append(it);
    } else {
      escaped(source.charAt(at++));
    }
  }

  /** Also where it stands for itself, a backslash keeps a quote from being the end. */
  private void escaped(char it) {
    if (prefix.contains("r")) {
      text.append('\\').append(it);
    } else if (it == '\\' || it == '\'' || it == '"') {
      text.append(it);
    } else if (it != '\n') {
      isClear = false;
    }
  }

  /** Where it ends, once it was read. */
  int end() {
    return at;
  }
}
