package dev.interlock.expression;

/** A function whose value depends on its arguments alone. One implementation, one file. */
public interface PureFunction {

  /** As documented, in its letter case; called in any. */
  String name();

  /** How many arguments it takes. */
  Arity arity();

  /**
   * Its value.
   *
   * @throws ExpressionException when it can't be computed from these
   */
  Value apply(Arguments arguments);

  /**
   * True when it does right with arguments that are unknown or hold what is. Otherwise it is not
   * called with such, and its value is unknown.
   */
  default boolean takesUnknown() {
    return false;
  }
}
