package dev.interlock.server.console;

import dev.interlock.server.findings.FindingsPart;

/**
 * How many findings there are, in words.
 *
 * @param shown which of how many are on the page, or why there are none
 * @param empty whether there are none
 * @param unchecked what nobody has looked at yet; empty for nothing
 */
public record FindingNumbers(String shown, boolean empty, String unchecked) {

  /**
   * Of a part of the list.
   *
   * @param any whether there was no filter
   */
  static FindingNumbers of(FindingsPart part, boolean any) {
    boolean empty = part.found().isEmpty();
    return new FindingNumbers(
        empty ? none(part, any) : shown(part, any),
        empty,
        part.unchecked() == 0 ? "" : unchecked(part.unchecked()));
  }

  private static String shown(FindingsPart part, boolean any) {
    long last = part.before() + part.found().size();
    String which =
        part.total() == part.found().size() ? "" : (part.before() + 1) + " to " + last + " of ";
    return which + findings(part.total()) + (any ? "" : " of " + number(part.all())) + on(part);
  }

  private static String none(FindingsPart part, boolean any) {
    if (part.before() > 0) {
      return "The list ends before this place.";
    }
    return any || part.all() == 0
        ? "Guardrails found nothing on the changes in the queue."
        : "No finding is like that; there are " + number(part.all()) + on(part);
  }

  private static String on(FindingsPart part) {
    int checked = part.changes() - part.unchecked();
    return " on " + number(checked) + (checked == 1 ? " change." : " changes.");
  }

  private static String unchecked(int changes) {
    return (changes == 1 ? "1 change has" : number(changes) + " changes have")
        + " still to be checked: what is wrong with them is unknown.";
  }

  private static String findings(long number) {
    return number(number) + (number == 1 ? " finding" : " findings");
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }
}
