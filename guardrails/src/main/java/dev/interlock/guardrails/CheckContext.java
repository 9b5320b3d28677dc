package dev.interlock.guardrails;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What resources are checked against.
 *
 * @param estate the declared intent, or null when none was given
 * @param environment name of the environment the resources belong to, or null when none was named
 */
public record CheckContext(@Nullable Estate estate, @Nullable String environment) {

  /** Neither estate nor environment: the shipped controls alone. */
  public static final CheckContext NONE = new CheckContext(null, null);

  public CheckContext {
    if (environment != null
        && (estate == null || estate.find(Environment.class, environment).isEmpty())) {
      throw new IllegalArgumentException("the estate has no environment " + environment);
    }
  }

  /** The environment's declaration, or null when none was named. */
  public @Nullable Environment environmentSpec() {
    return estate == null || environment == null
        ? null
        : estate.find(Environment.class, environment).orElse(null);
  }

  /** The environment's tier, or null when none was named. */
  public @Nullable Tier tier() {
    Environment spec = environmentSpec();
    return spec == null ? null : spec.tier();
  }
}
