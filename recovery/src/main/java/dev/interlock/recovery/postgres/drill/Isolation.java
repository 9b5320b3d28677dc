package dev.interlock.recovery.postgres.drill;

/**
 * How far a part of a drill is kept from reaching anybody.
 *
 * @param cutOff its processes have a network of their own that leads nowhere, and that was looked
 *     at
 * @param words the same for people, with the reason when it is not
 */
public record Isolation(boolean cutOff, String words) {

  static Isolation none(String reason) {
    return new Isolation(
        false,
        "neutralised only: this machine does not let a drill have an empty network of its own ("
            + reason
            + "); what is known to reach out was left out or switched off");
  }

  static Isolation proven(String whose) {
    return new Isolation(
        true,
        "cut off from the network: " + whose + " has a network of its own that leads nowhere");
  }
}
