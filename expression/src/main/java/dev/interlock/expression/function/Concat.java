package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.PureFunction;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.ArrayList;
import java.util.List;

/** {@code concat(a, …)}: texts joined to one text, or arrays to one array. */
public final class Concat implements PureFunction {

  @Override
  public String name() {
    return "concat";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(0);
  }

  @Override
  public Value apply(Arguments arguments) {
    boolean arrays = arguments.has(0) && arguments.get(0) instanceof ArrayValue;
    return arrays ? arrays(arguments) : texts(arguments);
  }

  private static Value arrays(Arguments arguments) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      items.addAll(arguments.array(i).items());
    }
    return new ArrayValue(items);
  }

  private static Value texts(Arguments arguments) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      out.append(Scalars.text(arguments, i));
    }
    return Values.of(out.toString());
  }
}
