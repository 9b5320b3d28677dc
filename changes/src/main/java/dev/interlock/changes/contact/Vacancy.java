package dev.interlock.changes.contact;

import dev.interlock.changes.people.Directory;
import java.util.Collection;
import java.util.List;

/**
 * A seat for which approvals are missing.
 *
 * @param missing how many
 * @param candidates who can still give one
 */
record Vacancy(Seat seat, int missing, List<String> candidates) {

  /** True when not enough people are left who could agree. */
  boolean hopeless() {
    return candidates.size() < missing;
  }

  String hopeless(Directory directory) {
    return seat.describe(directory)
        + " must agree, and "
        + (candidates.isEmpty() ? "nobody" : "only " + names(directory, candidates))
        + " who holds that role can: the others asked for the change, carry it out, already"
        + " approved it in another role, or have left.";
  }

  String missing(Directory directory) {
    String number = missing == 1 ? "" : missing + " × ";
    return "Missing: "
        + number
        + seat.describe(directory)
        + " (can be given by "
        + names(directory, candidates)
        + ").";
  }

  private static String names(Directory directory, Collection<String> persons) {
    return Words.or(persons.stream().map(directory::describe).toList());
  }
}
