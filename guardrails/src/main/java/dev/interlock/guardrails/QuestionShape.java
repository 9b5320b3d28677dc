package dev.interlock.guardrails;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a question to the engine has the shape that it must have. Something else in the place of
 * a resource would be judged as a resource with nothing in it, and would pass.
 */
final class QuestionShape {

  private QuestionShape() {}

  /** What is no object and must be one. */
  static List<Diagnostic> problems(PolicyQuestion question) {
    List<Diagnostic> problems = new ArrayList<>();
    object(
        question.resource(),
        "the resource",
        "give one resource; interlock check --policies judges whole inventories",
        problems);
    object(question.parameters(), "parameters", "give values by the names of parameters", problems);
    object(
        question.context(),
        "the context",
        "give subscription, resourceGroup, requestContext or utcNow",
        problems);
    return problems;
  }

  /** There is not one policy to evaluate, but none or several definitions. */
  static Diagnostic notOne(PolicyQuestion question, int definitions) {
    Document first = question.policies().getFirst();
    return PolicyCode.POL002.error(
        first.root().in(first.file()),
        "there must be one definition, initiative or assignment, and there "
            + (definitions == 0 ? "is none" : "are " + definitions + " definitions"),
        "a definition has a policyRule, or is a rule itself: an object with if and then");
  }

  private static void object(
      @Nullable Document document, String what, String hint, List<Diagnostic> problems) {
    if (document != null && !(document.root() instanceof MappingNode)) {
      problems.add(
          PolicyCode.POL006.error(
              document.root().in(document.file()),
              what + " must be an object, not " + document.root().describe(),
              hint));
    }
  }
}
