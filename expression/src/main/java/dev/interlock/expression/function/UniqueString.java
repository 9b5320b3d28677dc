package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.nio.charset.StandardCharsets;

/**
 * {@code uniqueString(text, …)}: 13 characters that are always the same for the same texts.
 *
 * <p>Microsoft documents that it is a hash of 13 characters, not which one. This is a MurmurHash of
 * 64 bits of the texts joined by hyphens, written in base 32, as Azure was seen to do.
 */
final class UniqueString extends Strict {

  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 13;

  UniqueString() {
    super("uniqueString", Arity.atLeast(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    byte[] bytes = Joined.texts(arguments).getBytes(StandardCharsets.UTF_8);
    long hash = Murmur.hash(bytes);
    StringBuilder out = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      out.append(DIGITS.charAt((int) (hash >>> 59)));
      hash <<= 5;
    }
    return Values.of(out.toString());
  }
}
