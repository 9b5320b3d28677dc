package dev.interlock.bench.policies;

import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.evaluation.PolicyResult;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Every definition of a file on every resource of an inventory: how long one evaluation takes on
 * average, applicable or not.
 */
public final class PolicySpeed {

  private PolicySpeed() {}

  /**
   * Usage: {@code PolicySpeed DEFINITIONS.jsonl.gz [RESOURCES] [ROUNDS] [DEFINITIONS]}.
   *
   * @throws IOException when the definitions can't be read
   */
  public static void main(String[] args) throws IOException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    int most = args.length > 3 ? Integer.parseInt(args[3]) : 485;
    long start = System.nanoTime();
    List<SinglePolicy> policies = Definitions.compile(Path.of(args[0]), most);
    System.out.printf(
        "%d definitions read and compiled in %d ms%n",
        policies.size(), (System.nanoTime() - start) / 1_000_000);
    List<Subject> resources = new Inventory().resources(count);
    for (int round = 1; round <= rounds; round++) {
      round(policies, resources, round);
    }
  }

  private static void round(List<SinglePolicy> policies, List<Subject> resources, int round) {
    EvaluationContext context = EvaluationContext.at(Instant.EPOCH);
    RelatedResources related = RelatedResources.of(List.of(), true);
    int applied = 0;
    int unknown = 0;
    long start = System.nanoTime();
    for (Subject resource : resources) {
      for (SinglePolicy policy : policies) {
        PolicyResult result = policy.evaluate(resource, context, related);
        applied += result.applies() ? 1 : 0;
        unknown += result.isUnknown() ? 1 : 0;
      }
    }
    long nanos = System.nanoTime() - start;
    long pairs = (long) policies.size() * resources.size();
    System.out.printf(
        "round %d: %d evaluations, %d applied, %d unknown, %.1f ns each, %d ms%n",
        round, pairs, applied, unknown, (double) nanos / pairs, nanos / 1_000_000);
  }
}
