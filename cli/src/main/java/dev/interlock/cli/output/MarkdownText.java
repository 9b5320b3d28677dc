package dev.interlock.cli.output;

/**
 * Text from files, made harmless inside GitHub-flavoured Markdown: every character that could mean
 * something becomes an entity, so that a resource's name can neither break a table nor mention a
 * person nor smuggle in a link.
 */
public final class MarkdownText {

  private static final String SPECIAL = "&<>|`*_[]~@#\\!$";

  private MarkdownText() {}

  /** On one line, as plain text. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        out.append(' ');
      } else if (SPECIAL.indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** On one line, in the typeface of code. */
  public static String code(String text) {
    return "<code>" + escape(text) + "</code>";
  }
}
