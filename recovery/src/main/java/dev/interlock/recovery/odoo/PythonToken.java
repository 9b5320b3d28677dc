package dev.interlock.recovery.odoo;

/**
 * A piece of a literal of Python.
 *
 * @param kind what it is
 * @param text of a string what it says, of a mark the mark; anything else as it was written
 */
record PythonToken(Kind kind, String text) {

  /** What it is. */
  enum Kind {
    /** A string of which it is known what it says. */
    STRING,
    OPEN,
    CLOSE,
    COMMA,
    COLON,
    /** A number, a name, bytes, or a string with an escape that is not looked into. */
    OTHER
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** True when it closes what the other one opened. */
  boolean closes(PythonToken opened) {
    return switch (opened.text) {
      case "{" -> text.equals("}");
      case "[" -> text.equals("]");
      default -> text.equals(")");
    };
  }
}
