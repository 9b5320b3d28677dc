package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Waiver;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** A waiver says when it ends. */
final class WaiversExpire implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Waiver> waiver : estate.entries(Waiver.class)) {
      String expires = waiver.spec().expires();
      if (!isReadable(expires)) {
        report.add(
            EstateCode.BAD_EXPIRY,
            waiver.at("expires"),
            "expires: expected a date such as 2027-03-31 or an instant such as"
                + " 2027-03-31T12:00:00Z, found \""
                + expires
                + "\"",
            "a waiver always ends; renew it when it must go on");
      }
    }
  }

  private static boolean isReadable(String text) {
    try {
      if (text.indexOf('T') < 0) {
        LocalDate.parse(text);
      } else {
        Instant.parse(text);
      }
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }
}
