package dev.interlock.facts.arm.scope;

import dev.interlock.expression.Value;
import org.jspecify.annotations.Nullable;

/** A resource of a template, as expressions see it. */
public interface Planned {

  /** Its id. */
  String id();

  /** Why nobody knows whether it is made; null when it is. */
  @Nullable String maybe();

  /** Its type, name and version as {@code resourceInfo} tells them. */
  Value info();

  /**
   * What it will answer: unknown, but for what the template says.
   *
   * @param full with everything around the properties
   */
  Value answer(boolean full);
}
