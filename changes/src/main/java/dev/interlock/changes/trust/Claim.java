package dev.interlock.changes.trust;

import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.CheckResult;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Custody;
import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.GameDay;
import dev.interlock.evidence.IncidentRegister;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.Review;
import dev.interlock.evidence.TestRun;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a predicate claims that trust depends on.
 *
 * @param person for whom it speaks, or null
 * @param personMustSign only a key of that person will do; otherwise a system may name the person
 * @param environments about which it speaks; empty when about none in particular
 */
record Claim(@Nullable String person, boolean personMustSign, List<String> environments) {

  /** The claim of a predicate; a budget speaks about every environment that is paid from it. */
  static Claim of(Predicate predicate, Map<String, List<String>> environmentsByBudget) {
    return switch (predicate) {
      case Approval a -> new Claim(a.person(), true, List.of(a.environment()));
      case Review r -> new Claim(r.person(), true, listOf(r.environment()));
      case GameDay g -> new Claim(g.person(), true, List.of(g.environment()));
      case Deployment d -> new Claim(d.executor(), false, List.of(d.environment()));
      case CheckResult c -> about(c.environment());
      case Backup b -> about(b.environment());
      case Drill d -> about(d.environment());
      case Custody c -> new Claim(c.person(), c.person() != null, List.of(c.environment()));
      case TestRun t -> about(t.environment());
      case IncidentRegister i -> about(i.environment());
      case DecisionRecord d -> about(d.environment());
      case Cost c ->
          new Claim(null, false, environmentsByBudget.getOrDefault(c.budget(), List.of()));
    };
  }

  /** The claim of a predicate where budgets do not matter. */
  static Claim of(Predicate predicate) {
    return of(predicate, Map.of());
  }

  private static Claim about(String environment) {
    return new Claim(null, false, List.of(environment));
  }

  private static List<String> listOf(@Nullable String environment) {
    return environment == null ? List.of() : List.of(environment);
  }
}
