package dev.interlock.ledger.json;

/** Writes JSON strings: the few documents of this module are small and of one fixed shape. */
public final class JsonText {

  private JsonText() {}

  /** Appends a string with its quotes, escaped as RFC 8259, section 7 demands and no further. */
  public static StringBuilder quote(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"');
  }
}
