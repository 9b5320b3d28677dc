package dev.interlock.guardrails;

import dev.interlock.finding.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts where verdicts on plans are those of the rules that policies were made from. */
final class PlanVerdicts {

  private static final String NOT_PLANNED =
      "the private endpoint stands in the configuration alone: this plan makes none";

  /** Where a case leaves out of its plan what the verdict hangs on. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "Cosmos_NetworkRulesExist: privateEndpoint_rootModule", NOT_PLANNED,
          "Cosmos_NetworkRulesExist: privateEndpoint_nestedModule", NOT_PLANNED);

  private final Map<String, String> without = new TreeMap<>();
  private final Map<String, String> unknown = new TreeMap<>();
  private final Map<String, String> wrong = new TreeMap<>();
  private int compared;
  private int held;

  /** Takes what a policy says of a plan; null when no policy says what the rule says. */
  void add(PlanCase one, @Nullable Verdict said) {
    String told = one.id() + " (expected " + one.expected() + ")";
    if (said == null) {
      without.put(one.id(), told);
      return;
    }
    compared++;
    if (said.word().equals(one.expected())) {
      held++;
    } else if (said instanceof Verdict.Unknown(String reason)) {
      unknown.put(one.id(), told + "\n      " + reason);
    } else {
      String why = EXPLAINED.getOrDefault(one.id(), said.toString());
      wrong.put(one.id(), told + "\n      " + why);
    }
  }

  int held() {
    return held;
  }

  /** Where another verdict came out; unknown is none. */
  Collection<String> wrong() {
    return new TreeSet<>(wrong.keySet());
  }

  /** Those of which a person said why. */
  Collection<String> explained() {
    return new TreeSet<>(EXPLAINED.keySet());
  }

  /** The numbers and every case that does not hold. */
  String table() {
    List<String> rows = new ArrayList<>();
    rows.add(row(compared, "verdicts compared"));
    rows.add(row(held, "held"));
    list(rows, unknown, "unknown");
    list(rows, wrong, "different");
    list(rows, without, "without a policy");
    return String.join("\n", rows) + "\n";
  }

  private static void list(List<String> rows, Map<String, String> some, String title) {
    rows.add(row(some.size(), title));
    some.values().forEach(line -> rows.add("      " + line));
  }

  private static String row(int count, String words) {
    return String.format(Locale.ROOT, "%4d  %s", count, words);
  }
}
