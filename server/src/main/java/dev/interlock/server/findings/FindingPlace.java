package dev.interlock.server.findings;

import dev.interlock.changes.RegisterCode;
import dev.interlock.usecases.InputRejected;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list: what comes before it was seen.
 *
 * @param filed position of the change at which it goes on
 * @param seen how many of that change's findings come before it
 */
record FindingPlace(long filed, int seen) {

  static final FindingPlace FIRST = new FindingPlace(Long.MAX_VALUE, 0);

  /**
   * The place that a text tells.
   *
   * @throws InputRejected when it is none of ours
   */
  static FindingPlace of(@Nullable String text) {
    if (text == null) {
      return FIRST;
    }
    String[] numbers = text.split("-", 2);
    try {
      return new FindingPlace(
          Long.parseLong(numbers[0]), numbers.length == 2 ? Integer.parseInt(numbers[1]) : 0);
    } catch (NumberFormatException _) {
      throw new InputRejected(
          RegisterCode.BAD_CURSOR.code(),
          "cursor",
          "this is no place in the list",
          "use the one that the page before gave, unchanged");
    }
  }

  /** How many findings of a change lie before it. */
  long before(long change) {
    return change < filed ? 0 : change == filed ? seen : Long.MAX_VALUE;
  }

  /** The text that tells it. */
  String text() {
    return filed + "-" + seen;
  }
}
