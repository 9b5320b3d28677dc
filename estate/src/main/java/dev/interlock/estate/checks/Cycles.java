package dev.interlock.estate.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds ways that lead back to where they began. Depth first, without recursion. */
final class Cycles {

  private enum State {
    ON_THE_WAY,
    DONE
  }

  private record Step(String name, Iterator<String> next) {}

  private final Function<String, ? extends Collection<String>> successors;
  private final Map<String, State> states = new HashMap<>();
  private final List<List<String>> found = new ArrayList<>();

  private Cycles(Function<String, ? extends Collection<String>> successors) {
    this.successors = successors;
  }

  /**
   * Each cycle once, as names in order; the first name leads to the second, the last to the first.
   */
  static List<List<String>> in(
      Collection<String> names, Function<String, ? extends Collection<String>> successors) {
    Cycles cycles = new Cycles(successors);
    names.forEach(cycles::from);
    return cycles.found;
  }

  private void from(String start) {
    if (states.containsKey(start)) {
      return;
    }
    Deque<Step> way = new ArrayDeque<>();
    enter(start, way);
    while (!way.isEmpty()) {
      Step last = way.getLast();
      if (!last.next().hasNext()) {
        states.put(way.removeLast().name(), State.DONE);
        continue;
      }
      String next = last.next().next();
      State state = states.get(next);
      if (state == null) {
        enter(next, way);
      } else if (state == State.ON_THE_WAY) {
        found.add(way.stream().map(Step::name).dropWhile(name -> !name.equals(next)).toList());
      }
    }
  }

  private void enter(String name, Deque<Step> way) {
    states.put(name, State.ON_THE_WAY);
    way.addLast(new Step(name, successors.apply(name).iterator()));
  }
}
