package dev.interlock.guardrails.judge;

import java.util.List;

/**
 * What judging one resource under one control came to.
 *
 * @param evaluations how often the rule was evaluated, or could not be; 0 when the control does not
 *     apply
 * @param open the fails and unknowns among them
 */
public record Rulings(int evaluations, List<Ruling> open) {

  /** The control does not apply. */
  public static final Rulings NOT_APPLICABLE = new Rulings(0, List.of());

  public Rulings {
    open = List.copyOf(open);
  }

  static Rulings one(Ruling ruling) {
    return new Rulings(1, List.of(ruling));
  }
}
