package dev.interlock.recovery.odoo;

import dev.interlock.recovery.odoo.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a literal of Python apart, without comments and without running any of it. */
final class PythonTokens {

  private final String source;
  private final List<PythonToken> tokens = new ArrayList<>();
  private int at;

  private PythonTokens(String source) {
    this.source = source;
  }

  /** The pieces of a text; empty when one of its strings has no end. */
  static Optional<List<PythonToken>> of(String text) {
    // The lines of Python end in any of three ways.
    PythonTokens all = new PythonTokens(text.replace("\r\n", "\n").replace('\r', '\n'));
    return all.read() ? Optional.of(all.tokens) : Optional.empty();
  }

  private boolean read() {
    while (at < source.length()) {
      char it = source.charAt(at);
      if (isWord(it)) {
        if (!word()) {
          return false;
        }
      } else if (it == '\'' || it == '"') {
        if (!string("")) {
          return false;
        }
      } else if (it == '#') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else {
        mark(it);
      }
    }
    return true;
  }

  private static boolean isWord(char it) {
    return Character.isLetterOrDigit(it) || it == '_' || it == '.';
  }

  /** A number or a name; or what stands before the quote of a string. */
  private boolean word() {
    int begin = at;
    while (at < source.length() && isWord(source.charAt(at))) {
      at++;
    }
    String word = source.substring(begin, at);
    boolean isPrefix = at < source.length() && "'\"".indexOf(source.charAt(at)) >= 0;
    if (isPrefix) {
      return string(word);
    }
    tokens.add(new PythonToken(Kind.OTHER, word));
    return true;
  }

  private boolean string(String prefix) {
    PythonString string = new PythonString(source, at, prefix);
    Optional<PythonToken> token = string.read();
    token.ifPresent(tokens::add);
    at = string.end();
    return token.isPresent();
  }

  private void mark(char it) {
    at++;
    // A backslash here only joins two lines; some editors write U+FEFF first.
    if (!Character.isWhitespace(it) && it != '\\' && it != '\uFEFF') {
      tokens.add(new PythonToken(kind(it), String.valueOf(it)));
    }
  }

  private static Kind kind(char it) {
    return switch (it) {
      case '{', '[', '(' -> Kind.OPEN;
      case '}', ']', ')' -> Kind.CLOSE;
      case ',' -> Kind.COMMA;
      case ':' -> Kind.COLON;
      default -> Kind.OTHER;
    };
  }
}
