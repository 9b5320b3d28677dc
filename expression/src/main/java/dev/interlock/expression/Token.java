package dev.interlock.expression;

/**
 * A word of an expression.
 *
 * @param text what it means: for a text, without quotes
 * @param offset where it begins, in UTF-16 units
 */
record Token(Kind kind, String text, int offset) {

  /** What a token is. */
  enum Kind {
    TEXT,
    NUMBER,
    NAME,
    OPEN,
    CLOSE,
    OPEN_INDEX,
    SAFE_INDEX,
    CLOSE_INDEX,
    COMMA,
    DOT,
    SAFE_DOT,
    END
  }
}
