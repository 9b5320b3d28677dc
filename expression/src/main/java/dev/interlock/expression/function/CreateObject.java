package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/**
 * {@code createObject(name, value, …)}: an object of names and their values, one after the other. A
 * number as a name stands for its digits.
 */
final class CreateObject extends Tolerant {

  CreateObject() {
    super("createObject", Arity.atLeast(0));
  }

  @Override
  public Value apply(Arguments arguments) {
    if (arguments.size() % 2 != 0) {
      throw arguments.fail("expected an even number of arguments: each name has a value");
    }
    Properties properties = new Properties();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (arguments.get(i) instanceof UnknownValue unknown) {
        return unknown;
      }
      if (arguments.get(i).isSecret()) {
        return Secrets.UNKNOWN;
      }
      properties.put(name(arguments, i), arguments.get(i + 1));
    }
    return properties.object();
  }

  private static String name(Arguments arguments, int index) {
    return switch (arguments.get(index)) {
      case StringValue text -> text.text();
      case IntegerValue number -> JsonText.number(number);
      default -> throw arguments.expected(index, "String");
    };
  }
}
