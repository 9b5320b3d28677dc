package dev.interlock.expression;

import java.util.List;

/**
 * An expression that is ready to run, as often as one likes and in several threads at once.
 *
 * @param <S> what its functions may ask
 */
public sealed interface Program<S> {

  /**
   * Its value.
   *
   * @throws ExpressionException when it fails, with the place
   */
  default Value evaluate(S scope) {
    return run(scope, Locals.none());
  }

  /** Its value with the variables of the lambdas around it; for this package. */
  Value run(S scope, Locals locals);

  /** True when its value is always the same. */
  default boolean isConstant() {
    return this instanceof Constant;
  }

  /** A value. */
  record Constant<S>(Value value) implements Program<S> {

    @Override
    public Value evaluate(S scope) {
      return value;
    }

    @Override
    public Value run(S scope, Locals locals) {
      return value;
    }
  }

  /** A call of a {@link PureFunction}. */
  record Pure<S>(PureFunction function, List<Program<S>> arguments, int offset)
      implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      return Calls.pure(this, scope, locals);
    }
  }

  /** A call of a {@link ScopeFunction}. */
  record Scoped<S>(ScopeFunction<? super S> function, List<Program<S>> arguments, int offset)
      implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      return Calls.scoped(this, scope, locals);
    }
  }

  /** A call of a {@link LazyFunction}. */
  record Lazy<S>(LazyFunction function, List<Program<S>> arguments, int offset)
      implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      return Calls.lazy(this, scope, locals);
    }
  }

  /** A {@code lambda(…)}; it has no value of its own. */
  record Lambda<S>(List<String> variables, Program<S> body, int offset) implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      throw new ExpressionException("a lambda can only be the argument of a function", offset);
    }
  }

  /** The value of a lambda's variable. */
  record Variable<S>(String name, int offset) implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      Value value = locals.find(name);
      if (value == null) {
        throw new ExpressionException("no lambda here has a variable '" + name + "'", offset);
      }
      return value;
    }
  }

  /** A property or an element. */
  record Access<S>(Program<S> target, Program<S> key, boolean safe, Missing missing, int offset)
      implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      return Accesses.get(this, target.run(scope, locals), key.run(scope, locals));
    }
  }

  /** What an absent property comes to. */
  enum Missing {
    /** A failure, as in templates. */
    FAILS,
    /** Null, as in policy rules. */
    IS_NULL
  }
}
