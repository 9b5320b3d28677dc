package dev.interlock.estate.checks;

import dev.interlock.estate.Budget;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Organization;
import dev.interlock.finding.Money;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Budgets are above zero and in the organisation's currency. */
final class BudgetsHoldMoney implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    Set<Currency> currencies = new HashSet<>();
    estate.all(Organization.class).values().forEach(group -> currencies.add(group.currency()));
    for (Entry<Budget> budget : estate.entries(Budget.class)) {
      amount(budget, report);
      Currency currency = budget.spec().monthly().currency();
      if (!currencies.isEmpty() && !currencies.contains(currency)) {
        report.add(
            EstateCode.OTHER_CURRENCY,
            budget.at("monthly"),
            "monthly: the organisation reckons in another currency than " + currency,
            "costs in different currencies are never added up");
      }
      shares(budget, report);
    }
  }

  private static void amount(Entry<Budget> budget, Report report) {
    Money monthly = budget.spec().monthly();
    if (monthly.amount().signum() <= 0) {
      String message = "monthly: expected an amount above zero, found " + monthly;
      report.add(EstateCode.BAD_AMOUNT, budget.at("monthly"), message);
    }
    int digits = Math.max(0, monthly.currency().getDefaultFractionDigits());
    if (monthly.amount().stripTrailingZeros().scale() > digits
        || monthly.amount().scale() > digits) {
      report.add(
          EstateCode.ODD_AMOUNT,
          budget.at("monthly"),
          "monthly: " + monthly + " has more decimals than its currency",
          "a point stands before decimals, never between thousands");
    }
  }

  private static void shares(Entry<Budget> budget, Report report) {
    List<Integer> shares = budget.spec().alertsAtPercent();
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i) <= 0) {
        report.add(
            EstateCode.BAD_SHARE,
            budget.at("alertsAtPercent", i),
            "alertsAtPercent: expected percent above zero, found " + shares.get(i));
      }
    }
  }
}
