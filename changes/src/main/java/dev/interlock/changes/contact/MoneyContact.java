package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.estate.Budget;
import dev.interlock.evidence.Cost;
import dev.interlock.finding.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the change adds each month fits into what is left of the budget this month. What is left is
 * the budget less the larger of the newest forecast and the newest word of what was spent: who
 * states one of them takes nothing back of the other. Months are headquarters' months.
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
    List<Stated<Cost>> deltas = BudgetUse.newest(prices(question));
    if (deltas.isEmpty()) {
      return Judged.unknown(
          name(),
          "Nobody has stated what this change costs"
              + Untrusted.note(question, Cost.class, c -> isPriceOf(question, c))
              + ".");
    }
    Judged judged =
        misdirected(question, name, deltas)
            .orElseGet(() -> judge(question, name, budget.get().monthly(), deltas));
    return judged.restingOnAll(deltas);
  }

  /** Made for a change or a budget of another name: which of the two is wrong, nobody knows. */
  private Optional<Judged> misdirected(
      Question question, String budget, List<Stated<Cost>> deltas) {
    for (Stated<Cost> delta : deltas) {
      String change = delta.says().change();
      if (!question.request().name().equals(change)) {
        return Optional.of(
            Judged.unknown(
                name(),
                "The newest price of exactly this change is stated for a change called \""
                    + change
                    + "\"."));
      }
      String other = delta.says().budget();
      if (!other.equals(budget)) {
        return Optional.of(
            Judged.unknown(
                name(),
                "The newest price of this change is stated against budget "
                    + other
                    + ", but it is paid from budget "
                    + budget
                    + "."));
      }
    }
    return Optional.empty();
  }

  private Judged judge(Question question, String name, Money monthly, List<Stated<Cost>> deltas) {
    List<Money> prices = prices(deltas);
    Optional<Money> foreign =
        prices.stream().filter(p -> !p.currency().equals(monthly.currency())).findFirst();
    if (foreign.isPresent()) {
      return Judged.unknown(
          name(),
          "Its cost is stated in "
              + foreign.get().currency()
              + ", the budget in "
              + monthly.currency()
              + ".");
    }
    Money delta = prices.stream().max(Money::compareTo).orElseThrow();
    if (delta.amount().signum() <= 0) {
      return Judged.closed(name(), "It adds no cost.");
    }
    return left(question, name, monthly, delta);
  }

  private Judged left(Question question, String name, Money monthly, Money delta) {
    YearMonth month = month(question);
    List<Stated<Cost>> states =
        question
            .evidence()
            .trusted(
                Cost.class, c -> c.budget().equals(name) && c.period().equals(month) && states(c));
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
    BudgetUse use = BudgetUse.of(states);
    Optional<Money> used = use.most(monthly.currency());
    if (used.isEmpty()) {
      return Judged.unknown(
          name(), "What is spent is stated in another currency than budget " + name + ".");
    }
    return compare(delta, monthly.minus(used.get()), name, month)
        .restingOnAll(use.statements())
        .until(endOf(month, question.surroundings().zone()));
  }

  private Judged compare(Money delta, Money left, String name, YearMonth month) {
    String costs = "It adds " + delta + " a month; ";
    String rest = left + " of budget " + name + " are left in " + month + ".";
    return delta.compareTo(left) <= 0
        ? Judged.closed(name(), costs + rest)
        : Judged.open(name(), costs + "only " + rest);
  }

  /** Prices of exactly this version, whatever they call the change, oldest first. */
  private static List<Stated<Cost>> prices(Question question) {
    return question.evidence().trusted(Cost.class, cost -> isPriceOf(question, cost));
  }

  private static List<Money> prices(List<Stated<Cost>> deltas) {
    return deltas.stream().map(d -> d.says().monthlyDelta()).filter(Objects::nonNull).toList();
  }

  private static boolean isPriceOf(Question question, Cost cost) {
    return question.request().digest().equals(cost.changeDigest());
  }

  private static boolean states(Cost cost) {
    return cost.spent() != null || cost.forecast() != null;
  }

  private static YearMonth month(Question question) {
    return YearMonth.from(question.now().atZone(question.surroundings().zone()));
  }

  private static Instant endOf(YearMonth month, ZoneId zone) {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }
}
