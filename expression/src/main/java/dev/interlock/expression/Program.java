package dev.interlock.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    return run(scope, Locals.none(Work.ofOne()));
  }

  /**
   * Its value, as part of work that is bounded as a whole.
   *
   * @throws ExpressionException when it fails, with the place
   */
  default Value evaluate(S scope, Work work) {
    return run(scope, Locals.none(work));
  }

  /** Its value with the variables of the lambdas around it; for this package. */
  Value run(S scope, Locals locals);

  /** True when its value is always the same. */
  default boolean isConstant() {
    return this instanceof Constant;
  }

  /** The program of an array with these as its elements. */
  static <S> Program<S> array(List<Program<S>> items) {
    Program<S> program = new Items<>(List.copyOf(items));
    return items.stream().allMatch(Program::isConstant)
        ? new Constant<>(new Folded<>(program).value())
        : program;
  }

  /** The program of an object with these as its properties, in their order. */
  static <S> Program<S> object(Map<String, Program<S>> properties) {
    Program<S> program = new Properties<>(properties);
    return properties.values().stream().allMatch(Program::isConstant)
        ? new Constant<>(new Folded<>(program).value())
        : program;
  }

  /** An array. */
  record Items<S>(List<Program<S>> items) implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      return new ArrayValue(items.stream().map(item -> item.run(scope, locals)).toList());
    }
  }

  /** An object. */
  record Properties<S>(Map<String, Program<S>> properties) implements Program<S> {

    @Override
    public Value run(S scope, Locals locals) {
      Map<String, Value> values = LinkedHashMap.newLinkedHashMap(properties.size());
      properties.forEach((name, program) -> values.put(name, program.run(scope, locals)));
      return ObjectValue.of(values);
    }
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
