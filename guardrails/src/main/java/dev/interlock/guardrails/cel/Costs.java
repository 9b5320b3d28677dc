package dev.interlock.guardrails.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.interlock.guardrails.view.MapValue;
import dev.interlock.guardrails.view.SequenceView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the steps of one expression cost. Arguments are charged when they have a value, before the
 * function is called: a function that is at work can't be stopped.
 */
final class Costs {

  /** Characters that cost as much as one step. */
  static final int FAST = 32;

  /** CEL copies what an expression made, element by element and to any depth, at every step. */
  private static final int COPY = 4;

  private static final Set<String> SEARCHES = Set.of("contains", "indexOf", "lastIndexOf", "split");

  /** These look at one element, or at none. */
  private static final Set<String> SHALLOW =
      Set.of("_[_]", "_[?_]", "size", "_+_", "_&&_", "_||_", "_?_:_", "!_", "@not_strictly_false");

  /**
   * One argument of a call.
   *
   * @param function that is called
   * @param all the arguments' numbers, the one it is called on first
   * @param index which of them it is
   */
  private record Argument(String function, List<Long> all, int index) {

    boolean last() {
      return index == all.size() - 1;
    }
  }

  private final Map<Long, Argument> arguments = new HashMap<>();

  /** The costs of an expression. */
  Costs(CelAbstractSyntaxTree ast) {
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .forEach(node -> {
          if (node.expr().getKind() == Kind.CALL) {
            add(node.expr().call());
          }
        });
  }

  private void add(CelExpr.CelCall call) {
    if (SHALLOW.contains(call.function())) {
      return;
    }
    List<Long> all = new ArrayList<>();
    call.target().ifPresent(target -> all.add(target.id()));
    call.args().forEach(arg -> all.add(arg.id()));
    for (int i = 0; i < all.size(); i++) {
      arguments.put(all.get(i), new Argument(call.function(), all, i));
    }
  }

  /** Charges for a step that has come to a value. */
  void charge(CelExpr step, Object value, Work work) {
    work.charge(1);
    if (value instanceof String text) {
      work.charge(text.length() / FAST);
    } else if (isCollection(value) && !isView(value)) {
      for (int i = 0; i < COPY; i++) {
        work.chargeAll(value);
      }
    }
    Argument argument = arguments.get(step.id());
    if (argument != null) {
      charge(argument, step.id(), value, work);
    }
  }

  private static void charge(Argument argument, long id, Object value, Work work) {
    work.remember(id, size(value));
    boolean lookup = argument.function().equals("@in") && value instanceof Map;
    if (isCollection(value) && !lookup) {
      work.chargeAll(value);
    }
    boolean pattern = argument.function().equals("matches") || isRegex(argument);
    if (pattern && argument.index() == 1 && value instanceof String text) {
      work.charge(PatternSize.of(text));
    }
    if (argument.last()) {
      work.charge(together(argument, work));
    }
  }

  /** What the arguments cost by their sizes together. */
  private static long together(Argument argument, Work work) {
    long first = work.size(argument.all().getFirst());
    long second = argument.all().size() < 2 ? 0 : work.size(argument.all().get(1));
    long third = argument.all().size() < 3 ? 0 : work.size(argument.all().get(2));
    String function = argument.function();
    if (function.equals("matches") || isRegex(argument)) {
      return times(first, 1) + times(first + 1, third) / FAST;
    }
    if (SEARCHES.contains(function)) {
      long elements = function.equals("split") ? times(first, COPY) : 0;
      return elements + times(first, second) / (FAST * COPY * 2);
    }
    return switch (function) {
      case "replace" ->
          times(first, second) / (FAST * COPY * 2)
              + times(first / Math.max(1, second) + 1, third) / FAST;
      case "join" -> times(first, second) / FAST;
      case "distinct" -> times(first, first) / COPY;
      case "sets.contains", "sets.equivalent", "sets.intersects" -> times(first, second);
      default -> 0;
    };
  }

  private static boolean isRegex(Argument argument) {
    return argument.function().startsWith("regex.");
  }

  private static long times(long a, long b) {
    return Math.min(Integer.MAX_VALUE, a) * Math.min(Integer.MAX_VALUE, b);
  }

  private static boolean isCollection(Object value) {
    return value instanceof Collection || value instanceof Map;
  }

  /** Parts of resources and of the estate are looked at where they lie. */
  private static boolean isView(Object value) {
    return value instanceof SequenceView || value instanceof MapValue;
  }

  private static long size(Object value) {
    return switch (value) {
      case String text -> text.length();
      case Collection<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      default -> 1;
    };
  }
}
