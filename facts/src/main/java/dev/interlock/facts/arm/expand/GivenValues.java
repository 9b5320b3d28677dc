package dev.interlock.facts.arm.expand;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is given to the parameters of a deployment.
 *
 * @param values by name
 * @param elsewhere why nobody knows what the others are given; null when they are given nothing
 */
record GivenValues(Map<String, Given> values, @Nullable String elsewhere) {

  /** These, and nothing to the others. */
  static GivenValues of(Map<String, Given> values) {
    return new GivenValues(values, null);
  }
}
