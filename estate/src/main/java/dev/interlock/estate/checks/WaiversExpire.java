package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Person;
import dev.interlock.estate.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A waiver says when it ends, and somebody answers for it until then. */
final class WaiversExpire implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Waiver> waiver : estate.entries(Waiver.class)) {
      Optional<Instant> end = waiver.spec().end();
      end.ifPresent(at -> owned(estate, waiver, lastDay(at), report));
      if (end.isEmpty()) {
        report.add(
            EstateCode.BAD_EXPIRY,
            waiver.at("expires"),
            "expires: expected a date such as 2027-03-31 or an instant such as"
                + " 2027-03-31T12:00:00Z, found \""
                + waiver.spec().expires()
                + "\"",
            "a waiver always ends; renew it when it must go on");
      }
    }
  }

  private static void owned(Estate estate, Entry<Waiver> waiver, LocalDate last, Report report) {
    String owner = waiver.spec().owner();
    LocalDate left = estate.find(Person.class, owner).map(Person::leftOn).orElse(null);
    if (left != null && left.isBefore(last)) {
      report.add(
          EstateCode.OWNER_LEAVES,
          waiver.at("owner"),
          "owner: " + owner + " is here until " + left + ", the waiver lasts until " + last,
          "name who answers for it now, or let it end");
    }
  }

  /** The last day, in UTC, of what ends at an instant. */
  private static LocalDate lastDay(Instant end) {
    return LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC);
  }
}
