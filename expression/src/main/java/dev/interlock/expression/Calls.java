package dev.interlock.expression;

import java.util.ArrayList;
import java.util.List;

/** Runs calls of functions. */
final class Calls {

  private Calls() {}

  static <S> Value pure(Program.Pure<S> call, S scope, Locals locals) {
    List<Value> values = values(call.arguments(), scope, locals);
    PureFunction function = call.function();
    if (!function.takesUnknown()) {
      for (Value value : values) {
        if (!value.isKnown()) {
          return reason(value);
        }
      }
    }
    boolean secret = isSecret(values);
    try {
      Value value = Limits.checked(function.apply(new Arguments(function.name(), values)));
      locals.passed(value);
      return secret ? Secrets.made(function.name(), value) : value;
    } catch (ExpressionException e) {
      throw secret ? silent(function.name(), call.offset()) : e.at(call.offset());
    }
  }

  private static boolean isSecret(List<Value> values) {
    for (Value value : values) {
      if (value.isSecret()) {
        return true;
      }
    }
    return false;
  }

  /** Reasons may quote arguments. */
  private static ExpressionException silent(String function, int offset) {
    return new ExpressionException(
        function + "() can't work on a secure value that it is given", offset);
  }

  static <S> Value scoped(Program.Scoped<S> call, S scope, Locals locals) {
    List<Value> values = values(call.arguments(), scope, locals);
    String name = call.function().name();
    boolean secret = isSecret(values);
    try {
      Value value = call.function().apply(scope, new Arguments(name, values));
      return secret ? asked(name, value) : value;
    } catch (ExpressionException e) {
      throw secret ? silent(name, call.offset()) : e.at(call.offset());
    }
  }

  /** Reasons why something is unknown may quote what was asked, too. */
  private static Value asked(String function, Value value) {
    return value instanceof UnknownValue ? Secrets.UNKNOWN : Secrets.made(function, value);
  }

  static <S> Value lazy(Program.Lazy<S> call, S scope, Locals locals) {
    locals.call();
    List<Operand> operands = new ArrayList<>(call.arguments().size());
    for (Program<S> argument : call.arguments()) {
      operands.add(new Deferred<>(argument, scope, locals));
    }
    try {
      return Limits.checked(call.function().apply(operands));
    } catch (ExpressionException e) {
      throw e.at(call.offset());
    }
  }

  private static <S> List<Value> values(List<Program<S>> arguments, S scope, Locals locals) {
    locals.call();
    List<Value> values = new ArrayList<>(arguments.size());
    for (Program<S> argument : arguments) {
      Value value = argument.run(scope, locals);
      locals.passed(value);
      values.add(value);
    }
    return values;
  }

  /** The first unknown in a value. */
  private static UnknownValue reason(Value value) {
    return switch (value) {
      case UnknownValue unknown -> unknown;
      case ArrayValue array ->
          array.items().stream()
              .filter(v -> !v.isKnown())
              .findFirst()
              .map(Calls::reason)
              .orElseThrow();
      case ObjectValue object ->
          object.toMap().values().stream()
              .filter(v -> !v.isKnown())
              .findFirst()
              .map(Calls::reason)
              .orElseThrow();
      default -> throw new IllegalStateException("everything in it is known");
    };
  }
}
