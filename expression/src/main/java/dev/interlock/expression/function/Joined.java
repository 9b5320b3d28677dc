package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Limits;

/** The texts that a hash is made of. */
final class Joined {

  private Joined() {}

  /** All arguments, which must be texts, with hyphens between. */
  static String texts(Arguments arguments) {
    StringBuilder out = new StringBuilder(arguments.text(0));
    for (int i = 1; i < arguments.size(); i++) {
      Limits.weight((long) out.length() + arguments.text(i).length());
      out.append('-').append(arguments.text(i));
    }
    return out.toString();
  }
}
