package dev.interlock.expression.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.util.List;

/** A lambda that a function was given. */
final class Lambda {

  private final Operand operand;

  private Lambda(Operand operand) {
    this.operand = operand;
  }

  /** The lambda at that place, with one variable or more, to a number. */
  static Lambda of(Lazy function, List<Operand> operands, int index, int most) {
    Operand operand = operands.get(index);
    if (!operand.isLambda()) {
      throw function.fail("the argument " + (index + 1) + " must be a lambda");
    }
    if (operand.variables() < 1 || operand.variables() > most) {
      throw function.fail(
          "the lambda may have 1 to " + most + " variables, not " + operand.variables());
    }
    return new Lambda(operand);
  }

  /** The elements of what must be an array. */
  static List<Value> items(Lazy function, Value source) {
    if (source instanceof ArrayValue array) {
      return array.items();
    }
    throw function.expected(0, "Array", source);
  }

  /** The name that a lambda gave. */
  static String name(Lazy function, Value given) {
    if (given instanceof StringValue text) {
      return text.text();
    }
    throw function.fail("the lambda must give a name as a text, not " + given.typeName());
  }

  Value call(Value... values) {
    return operand.call(List.of(values));
  }
}
