package dev.interlock.estate.checks;

import dev.interlock.finding.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether a text can be an RRULE (RFC 5545, section 3.3.10): known parts, each once, a known
 * frequency, plain numbers. What it means is read where calendars are expanded.
 */
final class RepeatRule {

  private static final List<String> FREQUENCIES =
      List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY");
  private static final Set<String> NUMBERS = Set.of("COUNT", "INTERVAL");
  private static final Set<String> LISTS =
      Set.of(
          "BYSECOND",
          "BYMINUTE",
          "BYHOUR",
          "BYMONTHDAY",
          "BYYEARDAY",
          "BYWEEKNO",
          "BYMONTH",
          "BYSETPOS");
  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "UNTIL",
          "COUNT",
          "INTERVAL",
          "BYSECOND",
          "BYMINUTE",
          "BYHOUR",
          "BYDAY",
          "BYMONTHDAY",
          "BYYEARDAY",
          "BYWEEKNO",
          "BYMONTH",
          "BYSETPOS",
          "WKST");
  private static final Set<String> DAYS = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private RepeatRule() {}

  /**
   * What is wrong, or empty.
   *
   * @param wholeDays the event starts on a date without a time
   */
  static Optional<String> problem(String rule, boolean wholeDays) {
    Map<String, String> parts = new HashMap<>();
    for (String part : rule.split(";", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || !PARTS.contains(name)) {
        String hint = Suggestion.didYouMean(name, PARTS).map(text -> ", " + text).orElse("");
        return Optional.of("expected parts such as FREQ=WEEKLY, found \"" + part + "\"" + hint);
      }
      if (parts.put(name, part.substring(equals + 1)) != null) {
        return Optional.of(name + " stands twice");
      }
    }
    if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
      return Optional.of("COUNT and UNTIL exclude each other");
    }
    String frequency = parts.getOrDefault("FREQ", "");
    if (!FREQUENCIES.contains(frequency)) {
      String hint = Suggestion.didYouMean(frequency, FREQUENCIES).map(t -> ", " + t).orElse("");
      return Optional.of("expected FREQ to be one of " + String.join(", ", FREQUENCIES) + hint);
    }
    if (wholeDays && parts.getOrDefault("UNTIL", "").contains("T")) {
      return Optional.of("expected UNTIL to be a date such as 20271231, as the start is one");
    }
    return parts.entrySet().stream()
        .filter(part -> !isValue(part.getKey(), part.getValue()))
        .map(part -> "the value of " + part.getKey() + " can't be \"" + part.getValue() + "\"")
        .sorted()
        .findFirst();
  }

  private static boolean isValue(String part, String value) {
    if (NUMBERS.contains(part)) {
      return isNumber(value) && value.charAt(0) != '-' && !value.matches("0+");
    }
    if (LISTS.contains(part)) {
      return List.of(value.split(",", -1)).stream().allMatch(RepeatRule::isNumber);
    }
    return switch (part) {
      case "BYDAY" -> List.of(value.split(",", -1)).stream().allMatch(RepeatRule::isDay);
      case "WKST" -> DAYS.contains(value);
      case "UNTIL" -> value.matches("[0-9]{8}(T[0-9]{6}Z?)?");
      default -> true;
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9]{1,5}");
  }

  /** {@code MO}, {@code 1MO} or {@code -1MO}. */
  private static boolean isDay(String text) {
    int split = Math.max(0, text.length() - 2);
    String count = text.substring(0, split);
    return DAYS.contains(text.substring(split)) && (count.isEmpty() || isNumber(count));
  }
}
