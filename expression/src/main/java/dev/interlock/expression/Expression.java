package dev.interlock.expression;

import java.util.List;

/**
 * A template expression as written, between its square brackets.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions">Syntax
 *     and expressions in ARM templates</a>
 */
public sealed interface Expression {

  /** Where it begins in the text, in UTF-16 units. */
  int offset();

  /** A text, a number, {@code true}, {@code false} or {@code null}. */
  record Literal(Value value, int offset) implements Expression {}

  /**
   * A call of a function.
   *
   * @param name as written, with its namespace when it has one: {@code contoso.uniqueName}
   */
  record Call(String name, List<Expression> arguments, int offset) implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A property ({@code a.b}) or an element ({@code a[0]}, {@code a['b']}).
   *
   * @param safe whether absence gives null, as after {@code .?} and {@code [?}
   */
  record Access(Expression target, Expression key, boolean safe, int offset)
      implements Expression {}
}
