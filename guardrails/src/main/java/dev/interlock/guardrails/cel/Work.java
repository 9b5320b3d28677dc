package dev.interlock.guardrails.cel;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.guardrails.view.Location;
import dev.interlock.guardrails.view.Views;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The work that one control may still make on one resource, in units: a step of an expression costs
 * one, texts and lists cost by their size. Time is not measured, so the same control on the same
 * resource always comes as far. Not safe for use by several threads.
 */
public final class Work {

  /** What a control has on a resource unless a test gives it another amount. */
  public static final long USUAL = 10_000_000;

  private static final String ADVICE =
      "let it look at less: exists and all instead of filter and map, no loops within loops, no"
          + " texts that grow";

  private final Map<Long, Long> sizes = new HashMap<>();
  private final long units;
  private long used;
  private boolean spent;

  /** Work of that many units. */
  public Work(long units) {
    this.units = units;
  }

  /** True when more was asked for than there was. */
  public boolean spent() {
    return spent;
  }

  /** Takes units away; ends the evaluation when there are too few left. */
  void charge(long more) {
    spent = spent || more > units - used;
    if (spent) {
      throw new Spent(
          ("stopped after %d of the %d units of work that a control has on a resource,"
                  + " before a step of %d; %s")
              .formatted(used, units, more, ADVICE));
    }
    used += more;
  }

  /** Charges a unit for everything inside a value, a list within a list each time it is met. */
  void chargeAll(Object value) {
    Node written = Views.written(value);
    if (written != null) {
      chargeAll(written);
      return;
    }
    switch (value) {
      case String text -> charge(1 + text.length() / Costs.FAST);
      case Map<?, ?> map -> {
        charge(1);
        map.forEach((key, inner) -> {
          chargeAll(key);
          chargeAll(inner);
        });
      }
      case Collection<?> list -> {
        charge(1);
        list.forEach(this::chargeAll);
      }
      default -> charge(1);
    }
  }

  /** The same by what is written, of which not everything may be known. */
  private void chargeAll(Node node) {
    charge(1);
    switch (node) {
      case MappingNode mapping -> {
        for (MappingNode.Entry entry : mapping.entries()) {
          if (!Location.isNull(entry.value())) {
            charge(1 + entry.key().length() / Costs.FAST);
            chargeAll(entry.value());
          }
        }
      }
      case SequenceNode list -> list.items().forEach(this::chargeAll);
      case ScalarNode scalar ->
          charge(scalar.value() instanceof String text ? text.length() / Costs.FAST : 0);
      case UnknownNode _ -> {}
    }
  }

  /** Remembers how large an argument is until the call has all of them. */
  void remember(long argument, long size) {
    sizes.put(argument, size);
  }

  /** The size of an argument that was remembered. */
  long size(long argument) {
    return sizes.getOrDefault(argument, 0L);
  }

  /**
   * Ends an evaluation, and says how far it came; no exception, because expressions go on after
   * those.
   */
  static final class Spent extends Error {

    private static final long serialVersionUID = 1L;

    private Spent(String used) {
      super(used, null, false, false);
    }
  }
}
