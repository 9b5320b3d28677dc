package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.function.Predicate;

/**
 * Undoes the doubled brackets that templates need: in a template a text in brackets is an
 * expression of the template, and one that begins with two brackets is a text that begins with one.
 * What follows is Azure's own rule: only texts that also end with a bracket are meant.
 */
public final class Escapes {

  private Escapes() {}

  /** True for a text that a template would evaluate. */
  public static boolean isExpression(String text) {
    return text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
  }

  /** True for a text that a template would make a text in single brackets. */
  public static boolean isDoubled(String text) {
    return text.startsWith("[[") && text.endsWith("]");
  }

  /**
   * True when an object was written for a template, although none is around it: there are doubled
   * brackets, and no expression that would be the template's.
   */
  public static boolean isEscaped(Node node) {
    return any(node, Escapes::isDoubled) && !any(node, Escapes::isExpression);
  }

  private static boolean any(Node node, Predicate<String> test) {
    return switch (node) {
      case ScalarNode scalar -> scalar.value() instanceof String text && test.test(text);
      case UnknownNode _ -> false;
      case SequenceNode list -> list.items().stream().anyMatch(item -> any(item, test));
      case MappingNode mapping ->
          mapping.entries().stream().anyMatch(entry -> any(entry.value(), test));
    };
  }

  /** The same with single brackets, everything at its place. */
  public static Node undo(Node node) {
    return switch (node) {
      case ScalarNode scalar -> undo(scalar);
      case UnknownNode unknown -> unknown;
      case SequenceNode list ->
          new SequenceNode(
              list.items().stream().map(Escapes::undo).toList(), list.line(), list.column());
      case MappingNode mapping ->
          new MappingNode(
              mapping.entries().stream().map(Escapes::undo).toList(),
              mapping.line(),
              mapping.column());
    };
  }

  private static MappingNode.Entry undo(MappingNode.Entry entry) {
    return new MappingNode.Entry(entry.key(), entry.line(), entry.column(), undo(entry.value()));
  }

  private static ScalarNode undo(ScalarNode scalar) {
    if (scalar.value() instanceof String text && isDoubled(text)) {
      String single = text.substring(1);
      return new ScalarNode(single, single, scalar.line(), scalar.column());
    }
    return scalar;
  }

  /** Tells the expressions in a rule that its template evaluates before Azure Policy sees them. */
  public static void tellExpressions(Node node, String file, Problems problems) {
    switch (node) {
      case ScalarNode scalar -> {
        if (scalar.value() instanceof String text && isExpression(text)) {
          problems.add(
              PolicyCode.POL024.error(
                  scalar.in(file),
                  "the template fills this in at deployment, so the rule is not known here",
                  "begin it with two brackets when the policy is to evaluate it"));
        }
      }
      case UnknownNode _ -> {}
      case SequenceNode list -> list.items().forEach(item -> tellExpressions(item, file, problems));
      case MappingNode mapping ->
          mapping.entries().forEach(entry -> tellExpressions(entry.value(), file, problems));
    }
  }
}
