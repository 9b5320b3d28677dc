package dev.interlock.expression;

/** Tells expressions from plain texts in templates and policies. */
public final class TemplateText {

  private TemplateText() {}

  /** True for a text in square brackets, except when the bracket is doubled to mean itself. */
  public static boolean isExpression(String text) {
    return text.length() > 1
        && text.charAt(0) == '['
        && text.charAt(1) != '['
        && text.charAt(text.length() - 1) == ']';
  }

  /** A plain text as it is meant: a doubled first bracket is one. */
  public static String literal(String text) {
    return text.startsWith("[[") ? text.substring(1) : text;
  }
}
