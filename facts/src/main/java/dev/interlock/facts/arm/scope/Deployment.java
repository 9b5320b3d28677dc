package dev.interlock.facts.arm.scope;

import dev.interlock.expression.Value;
import dev.interlock.facts.arm.place.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployment of a template, as its expressions see it. */
public interface Deployment {

  /** Its name. */
  String name();

  /** Where it puts resources. */
  Place place();

  /** What is known about the surroundings. */
  Surroundings surroundings();

  /**
   * The value of a parameter.
   *
   * @throws dev.interlock.expression.ExpressionException when there is none of that name
   */
  Value parameter(String name);

  /**
   * The value of a variable.
   *
   * @throws dev.interlock.expression.ExpressionException when there is none of that name
   */
  Value variable(String name);

  /** What {@code deployment()} tells beside the name. */
  Value described();

  /** The resource with that symbolic name, name or id; null when the template has none. */
  @Nullable Planned find(String nameOrId);

  /** What is deployed of the loop with that symbolic name, those of which nobody knows among it. */
  List<Planned> all(String symbol);
}
