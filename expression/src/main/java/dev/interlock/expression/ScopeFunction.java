package dev.interlock.expression;

/**
 * A function that asks where it is called: {@code parameters}, {@code field}, {@code
 * resourceGroup}. It is given unknown arguments too, and answers unknown where they matter.
 *
 * @param <S> what there is to ask
 */
public interface ScopeFunction<S> {

  /** As documented, in its letter case; called in any. */
  String name();

  /** How many arguments it takes. */
  Arity arity();

  /**
   * Its value.
   *
   * @throws ExpressionException when it can't be told
   */
  Value apply(S scope, Arguments arguments);
}
