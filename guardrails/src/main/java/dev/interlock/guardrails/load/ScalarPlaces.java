package dev.interlock.guardrails.load;

import dev.interlock.document.ScalarNode;
import dev.interlock.finding.SourceRef;
import java.util.OptionalInt;

/**
 * Finds where a character of a scalar's value was written. Folding, indentation, quotes and escapes
 * change white space and the spelling of characters, never their order, so value and source are
 * walked side by side. It works for plain, quoted, {@code |} and {@code >} scalars, and for JSON.
 */
final class ScalarPlaces {

  private final SourceText source;

  ScalarPlaces(SourceText source) {
    this.source = source;
  }

  /**
   * The place of one character.
   *
   * @param offset in code points from the beginning of the value; its length means behind the end
   * @return the character's place, or where the scalar begins when value and source do not agree
   */
  SourceRef placeOf(ScalarNode scalar, int offset) {
    int begin = source.index(scalar.line(), scalar.column());
    int[] value = scalar.text().codePoints().toArray();
    Walk walk = new Walk(afterProperties(begin));
    int last = walk.at;
    for (int i = 0; i < value.length; i++) {
      if (!walk.to(value[i], i > 0 && isBlank(value[i - 1]))) {
        return source.place(begin);
      }
      if (i == offset) {
        return source.place(walk.found);
      }
      last = walk.at;
    }
    return source.place(last);
  }

  /** Skips anchors and tags. */
  private int afterProperties(int begin) {
    int i = begin;
    while (source.at(i) == '&' || source.at(i) == '!') {
      while (source.at(i) >= 0 && !isBlank(source.at(i))) {
        i++;
      }
      while (isBlank(source.at(i))) {
        i++;
      }
    }
    return i;
  }

  private static boolean isBlank(int point) {
    return point == ' ' || point == '\t' || point == '\n' || point == '\r';
  }

  /** A place in the source that moves along with the value. */
  private final class Walk {

    private final int quote;
    private int at;
    private int found;

    private Walk(int begin) {
      int first = source.at(begin);
      boolean block = first == '|' || first == '>';
      quote = first == '"' || first == '\'' ? first : 0;
      at = block ? source.nextLine(begin) : quote != 0 ? begin + 1 : begin;
      found = at;
    }

    /** Moves behind the next character of the value; false when the source has another one. */
    private boolean to(int point, boolean afterBlank) {
      if (isBlank(point)) {
        found = at;
        if (!afterBlank) {
          skipBlanks();
        }
        return true;
      }
      skipBlanks();
      found = at;
      return read() == point;
    }

    private void skipBlanks() {
      while (true) {
        if (isBlank(source.at(at))) {
          at++;
        } else if (quote == '"' && source.at(at) == '\\' && isBlankEscape(source.at(at + 1))) {
          at += 2;
        } else {
          return;
        }
      }
    }

    private boolean isBlankEscape(int point) {
      return point == 'n' || point == 't' || point == 'r' || isBlank(point);
    }

    /** The character that is written here, its escapes undone. */
    private int read() {
      int point = source.at(at++);
      if (quote == '\'' && point == '\'') {
        return source.at(at++);
      }
      if (quote == '"' && point == '\\') {
        int escape = source.at(at++);
        return switch (escape) {
          case 'x' -> hexadecimal(2);
          case 'u' -> surrogates(hexadecimal(4));
          case 'U' -> hexadecimal(8);
          default -> escape;
        };
      }
      return point;
    }

    private int surrogates(int unit) {
      if (unit < 0 || !Character.isHighSurrogate((char) unit)) {
        return unit;
      }
      at += 2;
      int low = hexadecimal(4);
      return low < 0 ? -1 : Character.toCodePoint((char) unit, (char) low);
    }

    private int hexadecimal(int digits) {
      OptionalInt number = OptionalInt.of(0);
      for (int i = 0; i < digits && number.isPresent(); i++) {
        int digit = Character.digit(source.at(at++), 16);
        number = digit < 0 ? OptionalInt.empty() : OptionalInt.of(number.getAsInt() * 16 + digit);
      }
      return number.orElse(-1);
    }
  }
}
