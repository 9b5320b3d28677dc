package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Runs files of policy tests. */
public final class PolicyTests {

  private final AliasTable aliases = AliasTable.shipped();
  private final ResourceTypes types = ResourceTypes.shipped();
  private final Diagnostics problems = new Diagnostics();

  /**
   * Runs the tests of a file.
   *
   * @param now what {@code utcNow()} gives where a case does not say
   * @param sink takes each result, in the order of the cases
   */
  public void run(Path file, Instant now, Consumer<CaseResult> sink) {
    for (TestFile test : TestFile.read(file, problems)) {
      Surroundings around = Surroundings.of(test, aliases, types);
      test.cases()
          .forEach(node -> sink.accept(new CaseRun(new PolicyCase(test, node, now), around).run()));
    }
  }

  /** What was wrong with the files, by place. */
  public List<Diagnostic> problems() {
    return problems.sorted();
  }
}
