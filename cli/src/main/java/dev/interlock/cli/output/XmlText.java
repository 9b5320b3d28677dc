package dev.interlock.cli.output;

/** Text as XML 1.0 may carry it. */
public final class XmlText {

  private XmlText() {}

  /** For element content and for attribute values in double quotes. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\n' -> out.append("&#10;");
      case '\r' -> out.append("&#13;");
      case '\t' -> out.append("&#9;");
      default -> out.appendCodePoint(allowed(c) ? c : '\uFFFD');
    }
  }

  /** XML 1.0, production 2 (Char): no other control characters, no lone surrogates. */
  private static boolean allowed(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
