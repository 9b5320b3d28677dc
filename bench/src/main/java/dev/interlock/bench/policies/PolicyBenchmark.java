package dev.interlock.bench.policies;

import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One definition on one resource: the mean over 485 definitions and 160 resources of sixteen types,
 * so that most pairs are of different types, as in a real inventory. Needs {@code -p
 * definitions=FILE.jsonl.gz}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PolicyBenchmark {

  private static final int DEFINITIONS = 485;
  private static final int RESOURCES = 160;

  @Param("definitions.jsonl.gz")
  private String definitions = "";

  private List<SinglePolicy> policies = List.of();
  private List<Subject> resources = List.of();
  private final EvaluationContext context = EvaluationContext.at(Instant.EPOCH);
  private final RelatedResources related = RelatedResources.of(List.of(), true);

  /**
   * Reads and compiles.
   *
   * @throws IOException when the definitions can't be read
   */
  @Setup
  public void prepare() throws IOException {
    policies = Definitions.compile(Path.of(definitions), DEFINITIONS);
    resources = new Inventory().resources(RESOURCES);
    if (policies.size() != DEFINITIONS) {
      throw new IllegalStateException("only " + policies.size() + " definitions");
    }
  }

  /** Every definition on every resource. */
  @Benchmark
  @OperationsPerInvocation(DEFINITIONS * RESOURCES)
  public void evaluate(Blackhole hole) {
    for (Subject resource : resources) {
      for (SinglePolicy policy : policies) {
        hole.consume(policy.evaluate(resource, context, related));
      }
    }
  }
}
