package dev.interlock.facts.arm.expand;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/**
 * Where a deployment says that a file is.
 *
 * @param path relative to the template, or an address; empty when nobody knows
 * @param shown the same in words that may be shown
 */
record LinkedFile(String path, String shown) {

  private static final String NOWHERE = "where it is can't be known here";

  /** By what the link comes to. */
  static LinkedFile of(Value link) {
    if (link instanceof UnknownValue unknown) {
      return new LinkedFile("", unknown.reason());
    }
    for (String key : new String[] {"relativePath", "uri"}) {
      if (link instanceof ObjectValue object && object.get(key) instanceof StringValue text) {
        return new LinkedFile(text.text(), shown(text));
      }
    }
    return link instanceof ObjectValue object && object.get("id") instanceof StringValue text
        ? new LinkedFile("", "it is kept in Azure as " + shown(text))
        : new LinkedFile("", NOWHERE);
  }

  /** Addresses may carry a token, mostly behind a question mark. */
  private static String shown(StringValue path) {
    if (path.isSecret()) {
      return "its address is made from a secure value";
    }
    int query = path.text().indexOf('?');
    return path.text().isEmpty()
        ? NOWHERE
        : Shortened.of(query < 0 ? path.text() : path.text().substring(0, query));
  }
}
