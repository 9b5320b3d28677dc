package dev.interlock.changes.contact;

import dev.interlock.changes.Windows;
import dev.interlock.changes.people.Directory;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Organization;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * What stays the same from one decision to the next: the estate and what was worked out from it.
 *
 * @param windows when an environment may be changed, by its name
 * @param zone of headquarters; UTC where the estate names no organisation
 */
public record Surroundings(
    Estate estate,
    Directory directory,
    Processes processes,
    Function<String, Windows> windows,
    ZoneId zone) {

  /** Works out what every decision in an estate needs. */
  public static Surroundings of(Estate estate, Function<String, Windows> windows) {
    ZoneId zone =
        estate.all(Organization.class).values().stream()
            .findFirst()
            .map(Organization::timeZone)
            .orElse(ZoneOffset.UTC);
    return new Surroundings(estate, new Directory(estate), new Processes(estate), windows, zone);
  }
}
