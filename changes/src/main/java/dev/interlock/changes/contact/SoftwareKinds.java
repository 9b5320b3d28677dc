package dev.interlock.changes.contact;

import java.util.Set;

/** Which kinds of change bring in software, as far as the requester's word goes. */
final class SoftwareKinds {

  /** Kinds that bring in none; every other kind must name its artifact. */
  private static final Set<String> WITHOUT =
      Set.of(
          "access",
          "certificate",
          "config",
          "configuration",
          "data",
          "infrastructure",
          "network",
          "scaling",
          "secret");

  private SoftwareKinds() {}

  /** True when a change of this kind brings in software. */
  static boolean contains(String kind) {
    return !WITHOUT.contains(kind);
  }
}
