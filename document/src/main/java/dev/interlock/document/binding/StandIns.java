package dev.interlock.document.binding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts values where none could be read, other ones at each turn, and remembers what that took. What
 * is found wrong at every turn does not rest on them.
 */
public final class StandIns {

  private final Plans plans;
  private final int turn;
  private int needed;
  private int turns;
  private boolean partsLost;

  /**
   * The values of one turn.
   *
   * @param turn counted from 0
   */
  public StandIns(Plans plans, int turn) {
    this.plans = plans;
    this.turn = turn;
  }

  /** How many had to be put, without those that {@link #leaveOut} took away again. */
  public int needed() {
    return needed;
  }

  /** How many turns show every value that matters: each word of an enum; 0 when none was needed. */
  public int turns() {
    return turns;
  }

  /** True when a list, a mapping or a part of one could not be read. */
  public boolean partsLost() {
    return partsLost;
  }

  /** The first turn leaves out what may be absent. */
  boolean leaveOut(int neededBefore) {
    if (turn > 0) {
      return false;
    }
    needed = neededBefore;
    return true;
  }

  /** The whole was of another kind, and nothing can stand for it. */
  void loseAll() {
    partsLost = true;
  }

  /** A value for this place; null when the type refuses every one. */
  @Nullable Object at(Shape shape, Place place) {
    needed++;
    turns = Math.max(turns, 2);
    partsLost |= !place.isOutermost() || isCompound(shape);
    return value(shape);
  }

  private static boolean isCompound(Shape shape) {
    return shape instanceof Shape.Listing
        || shape instanceof Shape.Mapping
        || shape instanceof Shape.Nested;
  }

  private @Nullable Object value(Shape shape) {
    return switch (shape) {
      case Shape.Single(Scalar<?> scalar) -> scalar.standIn(isOdd());
      case Shape.Word(EnumWords words) -> word(words);
      case Shape.Amount _ -> new AmountText().standIn(isOdd());
      case Shape.Listing(Shape item) -> list(item);
      case Shape.Mapping(Shape item) -> map(item);
      case Shape.Nested(Class<?> type) -> record(plans.of(type));
      case Shape.Free _ -> new PlainText().standIn(isOdd());
    };
  }

  private boolean isOdd() {
    return turn % 2 == 1;
  }

  private Enum<?> word(EnumWords words) {
    turns = Math.max(turns, words.constants().size());
    return words.constants().get(turn % words.constants().size());
  }

  private List<Object> list(Shape item) {
    Object value = isOdd() ? value(item) : null;
    return value == null ? List.of() : List.of(value);
  }

  private Map<String, Object> map(Shape item) {
    Object value = isOdd() ? value(item) : null;
    return value == null ? Map.of() : Map.of(new PlainText().standIn(true), value);
  }

  private @Nullable Object record(RecordPlan plan) {
    @Nullable Object[] values = new Object[plan.fields().size()];
    for (Field field : plan.fields()) {
      values[field.index()] = field.required() ? value(field.shape()) : field.whenAbsent();
    }
    try {
      return plan.construct(values);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
