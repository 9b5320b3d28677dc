package dev.interlock.facts.arm.scope;

import dev.interlock.expression.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What nobody can read in a template.
 *
 * @param tenant id; null when nobody told
 * @param location of the resource group, or of a deployment to something else
 * @param tags of the resource group
 * @param now when it would be deployed; null when nobody told
 * @param told takes the names of functions that nobody knows
 */
public record Surroundings(
    @Nullable String tenant, Value location, Value tags, @Nullable Instant now, Complaints told) {

  /** Takes what is worth a warning, at the place of the expression that is being evaluated. */
  @FunctionalInterface
  public interface Complaints {

    /** Notes a warning. */
    void warn(String message);
  }
}
