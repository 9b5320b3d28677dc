package dev.interlock.guardrails;

import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Azure Policy says of a resource.
 *
 * @param json the result as one JSON object on one line
 * @param effect the effect that follows, {@code none} or {@code unknown}
 * @param error why the policy can't be used or its evaluation failed; null when neither
 * @param explanation the conditions of the rule with what each saw; empty when none was asked for
 * @param diagnostics what is wrong with the policies
 */
public record PolicyAnswer(
    String json,
    String effect,
    @Nullable String error,
    String explanation,
    List<Diagnostic> diagnostics) {

  public PolicyAnswer {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The same with what is wrong with further files, told first. */
  public PolicyAnswer with(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(more);
    all.addAll(diagnostics);
    return new PolicyAnswer(json, effect, error, explanation, all);
  }
}
