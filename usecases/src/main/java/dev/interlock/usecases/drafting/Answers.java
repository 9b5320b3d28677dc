package dev.interlock.usecases.drafting;

import dev.interlock.usecases.Asker;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people said when asked; only what no file tells is asked.
 *
 * @param owner who answers for production
 * @param sites time zone by name of the site
 * @param rto recovery time objective of the most important process
 * @param rpo recovery point objective of it
 * @param budget per month, such as {@code 12500.00 EUR}
 */
record Answers(
    Optional<String> owner,
    Map<String, String> sites,
    Optional<String> rto,
    Optional<String> rpo,
    Optional<String> budget) {

  static Answers ask(Asker asker, Choices guesses) {
    Optional<String> owner =
        asker.ask(
            "Who answers for the ERP in production? (name, role or address)",
            guesses.owner().value());
    Optional<String> sites =
        asker.ask(
            "Which plants and warehouses work with it, in which time zone?"
                + " (north=Europe/Vienna, south=America/Chicago)",
            "");
    Optional<String> rto =
        asker.ask("How long may taking orders stand still? (PT4H is four hours)", "PT8H");
    Optional<String> rpo =
        asker.ask("How much of that work may be lost? (PT15M is a quarter of an hour)", "P1D");
    Optional<String> budget = asker.ask("What may production cost per month? (12500.00 EUR)", "");
    return new Answers(
        owner.filter(o -> !o.isBlank()),
        sites.map(Answers::sites).orElse(Map.of()),
        rto.flatMap(Answers::length),
        rpo.flatMap(Answers::length),
        budget.flatMap(Answers::money));
  }

  private static Map<String, String> sites(String answer) {
    Map<String, String> sites = new LinkedHashMap<>();
    for (String part : answer.split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && isZone(pair[1].strip())) {
        sites.put(pair[0].strip(), pair[1].strip());
      }
    }
    return sites;
  }

  private static boolean isZone(String zone) {
    try {
      return !ZoneId.of(zone).getId().isEmpty();
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static Optional<String> length(String answer) {
    String text = answer.strip().toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(text).isPositive() ? Optional.of(text) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> money(String answer) {
    String[] parts = answer.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
    try {
      if (parts.length != 2 || new BigDecimal(parts[0]).signum() <= 0) {
        return Optional.empty();
      }
      return Optional.of(parts[0] + " " + Currency.getInstance(parts[1]).getCurrencyCode());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
