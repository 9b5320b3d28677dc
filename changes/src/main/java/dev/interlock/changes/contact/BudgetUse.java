package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.Cost;
import dev.interlock.finding.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of a budget is used in a month: by the newest forecast and by the newest word of what
 * was spent. A statement of one of them takes nothing back of the other.
 *
 * @param forecasts newest, several when they were made at the same instant
 * @param spendings newest, likewise
 */
record BudgetUse(List<Stated<Cost>> forecasts, List<Stated<Cost>> spendings) {

  /** What statements about one budget and month, oldest first, come to. */
  static BudgetUse of(List<Stated<Cost>> states) {
    return new BudgetUse(
        newest(states.stream().filter(s -> s.says().forecast() != null).toList()),
        newest(states.stream().filter(s -> s.says().spent() != null).toList()));
  }

  /** The last of statements in order of time, and those of the same instant. */
  static List<Stated<Cost>> newest(List<Stated<Cost>> states) {
    return states.stream().filter(s -> s.says().at().equals(states.getLast().says().at())).toList();
  }

  /** The statements that it rests on. */
  Set<Stated<Cost>> statements() {
    Set<Stated<Cost>> all = new LinkedHashSet<>(forecasts);
    all.addAll(spendings);
    return all;
  }

  /** The most that any of them says is used; empty when one speaks of another currency. */
  Optional<Money> most(Currency currency) {
    List<Money> amounts = new ArrayList<>(amounts(forecasts, Cost::forecast));
    amounts.addAll(amounts(spendings, Cost::spent));
    return amounts.stream().allMatch(amount -> amount.currency().equals(currency))
        ? amounts.stream().max(Money::compareTo)
        : Optional.empty();
  }

  private static List<Money> amounts(
      List<Stated<Cost>> states, Function<Cost, @Nullable Money> amount) {
    return states.stream().map(s -> amount.apply(s.says())).filter(Objects::nonNull).toList();
  }
}
