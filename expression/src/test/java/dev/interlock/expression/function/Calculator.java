package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Compiler;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Program;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/** Runs calls of functions in tests; {@code unknown()} is a value that nobody knows. */
final class Calculator {

  private static final Compiler<String> COMPILER =
      new Compiler<>(
          FunctionTable.<String>standard().with(List.of(new Unknown())), Program.Missing.FAILS);

  private Calculator() {}

  static Value value(String call) {
    return COMPILER.text("[" + call + "]").evaluate("");
  }

  /** What a call gives, as goldens have it. */
  static String outcome(String call) {
    try {
      Value value = value(call);
      return value instanceof UnknownValue
          ? "unknown: true"
          : "gives: " + quoted(JsonText.of(value));
    } catch (ExpressionException e) {
      return "fails: " + quoted(e.reason());
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private record Unknown() implements ScopeFunction<String> {

    @Override
    public String name() {
      return "unknown";
    }

    @Override
    public Arity arity() {
      return Arity.of(0);
    }

    @Override
    public Value apply(String scope, Arguments arguments) {
      return new UnknownValue("not known in tests");
    }
  }
}
