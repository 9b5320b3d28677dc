package dev.interlock.expression;

import java.util.List;

/**
 * What a function was called with. What is of another type than asked for ends the evaluation with
 * an {@link ExpressionException} that names the function, the argument and both types.
 */
public final class Arguments {

  private final String function;
  private final List<Value> values;

  /**
   * Arguments of a call.
   *
   * @param function the name, for messages
   */
  public Arguments(String function, List<Value> values) {
    this.function = function;
    this.values = values;
  }

  /** How many there are. */
  public int size() {
    return values.size();
  }

  /** All of them. */
  public List<Value> all() {
    return values;
  }

  /** The one at that place, from 0. */
  public Value get(int index) {
    return values.get(index);
  }

  /** True when there is one at that place. */
  public boolean has(int index) {
    return index < values.size();
  }

  /** The text at that place. */
  public String text(int index) {
    if (values.get(index) instanceof StringValue it) {
      return it.text();
    }
    throw expected(index, "String");
  }

  /** The whole number at that place. */
  public long integer(int index) {
    if (values.get(index) instanceof IntegerValue it) {
      return it.value();
    }
    throw expected(index, "Integer");
  }

  /** The whole number at that place, which must fit into 32 bits. */
  public int int32(int index) {
    long whole = integer(index);
    if (whole != (int) whole) {
      throw fail("the argument " + (index + 1) + " is too large: " + whole);
    }
    return (int) whole;
  }

  /** The number at that place. */
  public NumberValue number(int index) {
    if (values.get(index) instanceof NumberValue it) {
      return it;
    }
    throw expected(index, "Number");
  }

  /** The boolean at that place. */
  public boolean truth(int index) {
    if (values.get(index) instanceof BooleanValue it) {
      return it.isTrue();
    }
    throw expected(index, "Boolean");
  }

  /** The array at that place. */
  public ArrayValue array(int index) {
    if (values.get(index) instanceof ArrayValue it) {
      return it;
    }
    throw expected(index, "Array");
  }

  /** The object at that place. */
  public ObjectValue object(int index) {
    if (values.get(index) instanceof ObjectValue it) {
      return it;
    }
    throw expected(index, "Object");
  }

  /** A failure of the function, to be thrown. */
  public ExpressionException fail(String reason) {
    return new ExpressionException(function + "(): " + reason);
  }

  /** A failure that tells what was expected of an argument, to be thrown. */
  public ExpressionException expected(int index, String expected) {
    return fail(
        "the argument "
            + (index + 1)
            + " must be of type "
            + expected
            + " and is of type "
            + values.get(index).typeName());
  }
}
