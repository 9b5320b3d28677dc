package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.estate.Budget;
import dev.interlock.evidence.Cost;
import dev.interlock.finding.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the change adds each month fits into what is left of the budget this month. What is left is
 * the budget less the forecast, or less what was spent where there is no forecast, whichever is
 * less; months are headquarters' months.
 */
final class MoneyContact implements ContactJudge {

  @Override
  public ContactName name() {
    return ContactName.MONEY;
  }

  @Override
  public Judged judge(Question question) {
    String name = question.environment().budget();
    Optional<Budget> budget =
        name == null ? Optional.empty() : question.surroundings().estate().find(Budget.class, name);
    if (name == null || budget.isEmpty()) {
      return Judged.unknown(name(), "The environment is paid from no budget that is known.");
    }
    List<Stated<Cost>> deltas = newest(question, c -> isPriceOf(question, c));
    if (deltas.isEmpty()) {
      return Judged.unknown(
          name(),
          "Nobody has stated what this change costs"
              + Untrusted.note(question, Cost.class, c -> isPriceOf(question, c))
              + ".");
    }
    Optional<String> other =
        deltas.stream().map(d -> d.says().budget()).filter(b -> !b.equals(name)).findFirst();
    if (other.isPresent()) {
      return Judged.unknown(
              name(),
              "The newest price of this change is stated against budget "
                  + other.get()
                  + ", but it is paid from budget "
                  + name
                  + ".")
          .restingOnAll(deltas);
    }
    Judged judged = judge(question, name, budget.get().monthly(), dearest(deltas));
    return judged.restingOnAll(deltas);
  }

  private Judged judge(Question question, String name, Money monthly, Money delta) {
    if (!delta.currency().equals(monthly.currency())) {
      return Judged.unknown(
          name(),
          "Its cost is stated in "
              + delta.currency()
              + ", the budget in "
              + monthly.currency()
              + ".");
    }
    if (delta.amount().signum() <= 0) {
      return Judged.closed(name(), "It adds no cost.");
    }
    YearMonth month = month(question);
    List<Stated<Cost>> states =
        newest(question, c -> c.budget().equals(name) && c.period().equals(month) && states(c));
    if (states.isEmpty()) {
      return Judged.unknown(
          name(),
          "Nobody has stated what is left of budget "
              + name
              + " in "
              + month
              + Untrusted.note(question, Cost.class, c -> c.budget().equals(name) && states(c))
              + ".");
    }
    Optional<Money> used = used(states, monthly);
    if (used.isEmpty()) {
      return Judged.unknown(
          name(), "What is spent is stated in another currency than budget " + name + ".");
    }
    return compare(delta, monthly.minus(used.get()), name, month)
        .restingOnAll(states)
        .until(endOf(month, question.surroundings().zone()));
  }

  private Judged compare(Money delta, Money left, String name, YearMonth month) {
    String costs = "It adds " + delta + " a month; ";
    String rest = left + " of budget " + name + " are left in " + month + ".";
    return delta.compareTo(left) <= 0
        ? Judged.closed(name(), costs + rest)
        : Judged.open(name(), costs + "only " + rest);
  }

  private static Money dearest(List<Stated<Cost>> deltas) {
    Money dearest = null;
    for (Stated<Cost> stated : deltas) {
      Money delta = stated.says().monthlyDelta();
      if (delta != null && (dearest == null || delta.amount().compareTo(dearest.amount()) > 0)) {
        dearest = delta;
      }
    }
    if (dearest == null) {
      throw new IllegalStateException("a price without an amount");
    }
    return dearest;
  }

  /** The most that any of the statements says is used; empty when a currency does not fit. */
  private static Optional<Money> used(List<Stated<Cost>> states, Money monthly) {
    List<Money> amounts = new ArrayList<>();
    for (Stated<Cost> stated : states) {
      Money forecast = stated.says().forecast();
      Money spent = stated.says().spent();
      if (forecast != null) {
        amounts.add(forecast);
      }
      if (spent != null) {
        amounts.add(spent);
      }
    }
    return amounts.stream().allMatch(a -> a.currency().equals(monthly.currency()))
        ? amounts.stream().max(Money::compareTo)
        : Optional.empty();
  }

  private static boolean isPriceOf(Question question, Cost cost) {
    return question.request().name().equals(cost.change())
        && question.request().digest().equals(cost.changeDigest());
  }

  private static boolean states(Cost cost) {
    return cost.spent() != null || cost.forecast() != null;
  }

  /** The newest of those; several when they were made at the same instant. */
  private static List<Stated<Cost>> newest(
      Question question, java.util.function.Predicate<Cost> about) {
    List<Stated<Cost>> all = question.evidence().trusted(Cost.class, about);
    return all.stream().filter(c -> c.says().at().equals(all.getLast().says().at())).toList();
  }

  private static YearMonth month(Question question) {
    return YearMonth.from(question.now().atZone(question.surroundings().zone()));
  }

  private static Instant endOf(YearMonth month, ZoneId zone) {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }
}
