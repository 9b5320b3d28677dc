package dev.interlock.changes.contact;

import dev.interlock.changes.people.Directory;
import dev.interlock.estate.ApprovalPolicy.Requirement;
import dev.interlock.evidence.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One group that must agree: a role, for one plant or for the environment as a whole.
 *
 * @param plant or null
 * @param count how many different persons
 */
record Seat(String role, @Nullable String plant, int count) {

  /** The seats that a tier's requirements come to in an environment. */
  static List<Seat> of(List<Requirement> requirements, List<String> plants) {
    List<Seat> seats = new ArrayList<>();
    for (Requirement requirement : requirements) {
      Integer count = requirement.count();
      int persons = count == null ? 1 : count;
      if (requirement.perPlant()) {
        plants.forEach(plant -> seats.add(new Seat(requirement.role(), plant, persons)));
      } else {
        seats.add(new Seat(requirement.role(), null, persons));
      }
    }
    return seats;
  }

  /** Persons who may take the seat. */
  SortedSet<String> holders(Directory directory, String environment) {
    return plant == null
        ? directory.holders(role, environment)
        : directory.holders(role, environment, plant);
  }

  /**
   * True when an answer is given in this seat's role and for its plant; an answer that names no
   * plant is given for all plants for which the person holds the role. An answer for one plant says
   * nothing about the environment as a whole.
   */
  boolean accepts(Approval approval) {
    return approval.role().equals(role)
        && (approval.plant() == null || approval.plant().equals(plant));
  }

  /** {@code Plant manager for linz}. */
  String describe(Directory directory) {
    String name = directory.roleName(role);
    return plant == null ? name : name + " for " + plant;
  }
}
