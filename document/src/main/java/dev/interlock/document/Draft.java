package dev.interlock.document;

import dev.interlock.document.binding.Binding;
import dev.interlock.document.binding.Plans;
import dev.interlock.document.binding.StandIns;
import dev.interlock.finding.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A record of which perhaps not everything could be read: to go on looking for mistakes with, never
 * to act on.
 */
public final class Draft<T> {

  private final Plans plans;
  private final Class<T> type;
  private final Node node;
  private final @Nullable T first;
  private final StandIns standIns;

  private Draft(Plans plans, Class<T> type, Node node, @Nullable T first, StandIns standIns) {
    this.plans = plans;
    this.type = type;
    this.node = node;
    this.first = first;
    this.standIns = standIns;
  }

  static <T> Draft<T> of(
      Plans plans, Class<T> type, Node node, String file, Consumer<Diagnostic> sink) {
    StandIns standIns = new StandIns(plans, 0);
    T first = type.cast(new Binding(plans, file, standIns, sink).bind(type, node));
    return new Draft<>(plans, type, node, first, standIns);
  }

  /** The record, although keys in it are unknown or optional values can't be read. */
  public Optional<T> record() {
    return standIns.needed() > 0 ? Optional.empty() : Optional.ofNullable(first);
  }

  /**
   * How many times {@link #filled} has something else to show: what is found wrong each time does
   * not come from what could not be read. 0 when everything could, or nothing at all.
   */
  public int turns() {
    return standIns.turns();
  }

  /**
   * The record with some value of the right type where none could be read.
   *
   * @param turn from 0; those from {@link #turns} on begin anew
   */
  public Optional<T> filled(int turn) {
    int wanted = turns() == 0 ? 0 : turn % turns();
    if (wanted == 0) {
      return Optional.ofNullable(first);
    }
    StandIns others = new StandIns(plans, wanted);
    return Optional.ofNullable(new Binding(plans, "", others, _ -> {}).bind(type, node))
        .map(type::cast);
  }

  /** What a look finds wrong whatever stands where nothing could be read. */
  public List<Diagnostic> agreed(Function<T, List<Diagnostic>> look) {
    return IntStream.range(0, Math.max(1, turns()))
        .mapToObj(turn -> filled(turn).map(look).orElse(List.of()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), Agreed::among));
  }

  /** True when a list, a mapping or a part of one could not be read: it may have held any name. */
  public boolean partsLost() {
    return standIns.partsLost();
  }
}
