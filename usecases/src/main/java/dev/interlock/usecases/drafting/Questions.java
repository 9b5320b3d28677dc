package dev.interlock.usecases.drafting;

import dev.interlock.finding.Suggestion;
import dev.interlock.usecases.drafting.Question.Heard;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is asked: only what no file tells, the most important first. */
final class Questions {

  private static final Pattern SPOKEN =
      Pattern.compile("(\\d{1,5})\\s*(m|min|minutes?|h|hours?|d|days?)");

  private static final Question WORKING =
      new Question(
          "When do people work at your plants and warehouses? Without an answer no change can go.\n"
              + ("  1 = " + ShiftHours.USUAL + "\n")
              + "  2 = round the clock\n"
              + "  3 = nobody works on site\n"
              + "  or days and hours, such as mon-fri 06:00-14:00, mon-fri 14:00-22:00",
          "",
          Questions::shifts);

  private Questions() {}

  static List<Question> of(Picture picture, Choices choices) {
    List<Question> questions = new ArrayList<>();
    questions.add(WORKING);
    if (picture.owners.isEmpty()) {
      questions.add(
          new Question(
              "Who answers for the ERP in production? (name, role or address)",
              choices.owner().value(),
              (before, answer) -> new Heard.Understood(before.withOwner(answer))));
    }
    questions.add(
        new Question(
            "Which plants and warehouses work with it, in which time zone?"
                + " (north=Europe/Vienna, south=America/Chicago)",
            sites(picture, choices),
            Questions::sites));
    questions.add(
        new Question(
            "How long may taking orders stand still? (4h)",
            "8h",
            length("4h is four hours", Answers::withRto)));
    questions.add(
        new Question(
            "How much of that work may be lost? (15min)",
            "1d",
            length("15min is a quarter of an hour", Answers::withRpo)));
    String currency = choices.currency().value();
    questions.add(
        new Question(
            "What may production cost per month? (12500.00 " + currency + ")",
            "",
            Questions::money));
    return questions;
  }

  private static String sites(Picture picture, Choices choices) {
    return picture.sites.isEmpty()
        ? ""
        : choices.sites().stream()
            .map(site -> site.displayName() + "=" + site.zone().value())
            .collect(Collectors.joining(", "));
  }

  private static Heard sites(Answers before, String answer) {
    Map<String, String> sites = new LinkedHashMap<>();
    for (String part : answer.split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      String name = pair[0].strip();
      if (pair.length < 2 || name.isEmpty()) {
        return misunderstood(
            "\"" + part.strip() + "\" is not a name, =, and a time zone", "north=Europe/Vienna");
      }
      String zone = pair[1].strip();
      if (!isZone(zone)) {
        String near = Suggestion.nearest(zone, ZoneId.getAvailableZoneIds()).orElse("");
        return misunderstood(
            "There is no time zone \"" + zone + "\"",
            name + "=" + (near.isEmpty() ? "Europe/Vienna" : near));
      }
      sites.put(name, zone);
    }
    return new Heard.Understood(before.withSites(sites));
  }

  private static boolean isZone(String zone) {
    try {
      return !ZoneId.of(zone).getId().isEmpty();
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static Heard shifts(Answers before, String answer) {
    Optional<List<ShiftHours>> shifts = ShiftHours.parse(answer);
    return shifts.isPresent()
        ? new Heard.Understood(before.withShifts(shifts.get()))
        : misunderstood(
            "\"" + answer + "\" is not days and hours",
            "1, 2 or 3 as above, or mon-fri 06:00-22:00, sat 06:00-12:00");
  }

  private static BiFunction<Answers, String, Heard> length(
      String example, BiFunction<Answers, Duration, Answers> taking) {
    return (before, answer) -> {
      Optional<Duration> length = length(answer);
      return length.isPresent()
          ? new Heard.Understood(taking.apply(before, length.get()))
          : misunderstood("\"" + answer + "\" is not a length of time", example);
    };
  }

  /** As people say it, {@code 4h}, or as documents do, {@code PT4H}. */
  static Optional<Duration> length(String answer) {
    Matcher spoken = SPOKEN.matcher(answer.toLowerCase(Locale.ROOT));
    if (spoken.matches()) {
      long number = Long.parseLong(spoken.group(1));
      Duration length =
          switch (spoken.group(2).charAt(0)) {
            case 'd' -> Duration.ofDays(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
          };
      return Optional.of(length).filter(Duration::isPositive);
    }
    try {
      Duration written = Duration.parse(answer.toUpperCase(Locale.ROOT));
      return Optional.of(written).filter(Duration::isPositive);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Heard money(Answers before, String answer) {
    String[] parts = answer.toUpperCase(Locale.ROOT).split("\\s+", -1);
    try {
      if (parts.length == 2 && new BigDecimal(parts[0]).signum() > 0) {
        String currency = Currency.getInstance(parts[1]).getCurrencyCode();
        String amount = new BigDecimal(parts[0]).toPlainString();
        return new Heard.Understood(before.withBudget(amount + " " + currency));
      }
    } catch (IllegalArgumentException _) {
      // Neither a number nor a currency: the hint says what would be.
    }
    return misunderstood(
        "\"" + answer + "\" is not an amount above zero and a currency", "12500.00 EUR");
  }

  private static Heard misunderstood(String why, String example) {
    return new Heard.Misunderstood(why + ". Once more? (" + example + ")");
  }
}
