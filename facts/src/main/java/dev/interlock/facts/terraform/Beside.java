package dev.interlock.facts.terraform;

import java.util.Set;

/** Types that make nothing that runs or holds data: numbers, times, keys in the state. */
final class Beside {

  private static final Set<String> PREFIXES = Set.of("random_", "time_", "tls_", "modtm_");

  private Beside() {}

  static boolean is(String type) {
    return PREFIXES.stream().anyMatch(type::startsWith);
  }
}
