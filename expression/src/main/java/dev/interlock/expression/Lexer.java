package dev.interlock.expression;

import dev.interlock.expression.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Takes an expression apart into tokens. */
final class Lexer {

  private final String text;
  private final int end;
  private int at;
  private @Nullable Token peeked;

  /** Reads from one offset up to another. */
  Lexer(String text, int from, int end) {
    this.text = text;
    this.at = from;
    this.end = end;
  }

  /** The next token, which stays next. */
  Token peek() {
    Token token = peeked;
    if (token == null) {
      token = read();
      peeked = token;
    }
    return token;
  }

  /** The next token, which is consumed. */
  Token next() {
    Token token = peek();
    peeked = null;
    return token;
  }

  private Token read() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= end) {
      return new Token(Kind.END, "", at);
    }
    char c = text.charAt(at);
    if (c == '\'') {
      return quoted();
    }
    boolean signed = (c == '-' || c == '+') && at + 1 < end && isDigit(text.charAt(at + 1));
    if (signed || isDigit(c)) {
      return number();
    }
    return isNameStart(c) ? name() : sign(c);
  }

  /** A text in single quotes; a quote in it is doubled. */
  private Token quoted() {
    int start = at++;
    StringBuilder out = new StringBuilder();
    while (at < end) {
      char c = text.charAt(at++);
      if (c != '\'') {
        out.append(c);
      } else if (at < end && text.charAt(at) == '\'') {
        out.append(c);
        at++;
      } else {
        return new Token(Kind.TEXT, out.toString(), start);
      }
    }
    throw new ExpressionException("the text that begins here has no closing quote", start);
  }

  private Token number() {
    int start = at++;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    if (at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      while (at < end && isDigit(text.charAt(at))) {
        at++;
      }
    }
    return new Token(Kind.NUMBER, text.substring(start, at), start);
  }

  private Token name() {
    int start = at++;
    while (at < end && isNamePart(text.charAt(at))) {
      at++;
    }
    return new Token(Kind.NAME, text.substring(start, at), start);
  }

  private Token sign(char c) {
    int start = at++;
    boolean safe = at < end && text.charAt(at) == '?' && (c == '.' || c == '[');
    if (safe) {
      at++;
    }
    Kind kind =
        switch (c) {
          case '(' -> Kind.OPEN;
          case ')' -> Kind.CLOSE;
          case '[' -> safe ? Kind.SAFE_INDEX : Kind.OPEN_INDEX;
          case ']' -> Kind.CLOSE_INDEX;
          case ',' -> Kind.COMMA;
          case '.' -> safe ? Kind.SAFE_DOT : Kind.DOT;
          default ->
              throw new ExpressionException("'" + c + "' has no meaning in an expression", start);
        };
    return new Token(kind, text.substring(start, at), start);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '$';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
