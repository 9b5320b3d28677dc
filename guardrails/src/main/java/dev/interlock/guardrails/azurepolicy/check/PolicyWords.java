package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.Existence;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy's finding says, in plain words. Values of properties are not told. */
final class PolicyWords {

  private static final int SHOWN = 3;

  private PolicyWords() {}

  /** The message of the assignment, what follows and why, and through what. */
  static String message(PolicyFinding finding, List<String> fields, PolicyTrail trail) {
    String own = finding.rule().message();
    String told = trail.enforced() ? "" : "; the assignment only tells, so nothing fails by it";
    String reason = reason(finding, fields);
    return (own == null ? reason : sentence(own) + " " + capital(reason))
        + " ("
        + trail.words()
        + ")"
        + told;
  }

  /** What follows, and why. */
  static String reason(PolicyFinding finding, List<String> fields) {
    String why = finding.reason();
    if (finding.effect() == null || finding.state() == State.UNKNOWN) {
      return "nobody can tell whether this complies: "
          + (why == null ? "a person must attest it" : why);
    }
    String because = fields.isEmpty() ? "" : ", by " + list(fields);
    return why == null
        ? follows(finding.effect(), finding.rule().rule()) + because
        : "the policy can't be evaluated, which Azure takes for a deny: " + why;
  }

  private static String follows(Effect effect, @Nullable PolicyRule rule) {
    return switch (effect) {
      case DENY -> "Azure would refuse this";
      case DENY_ACTION -> "Azure would refuse the action";
      case MODIFY -> "Azure would change this when it is deployed";
      case APPEND -> "Azure would add to this when it is deployed";
      case AUDIT -> "this does not comply";
      case AUDIT_IF_NOT_EXISTS -> related(rule) + " is missing";
      case DEPLOY_IF_NOT_EXISTS -> related(rule) + " is missing, which Azure would deploy";
      default -> "this does not comply (" + effect.word() + ")";
    };
  }

  private static String related(@Nullable PolicyRule rule) {
    Existence existence = rule == null ? null : rule.details().existence();
    return existence != null
            && existence.type() instanceof Program.Constant<?> constant
            && constant.value() instanceof StringValue type
        ? "a " + type.text() + " as the policy asks for"
        : "a resource that the policy asks for";
  }

  private static String list(List<String> fields) {
    String shown = String.join(", ", fields.subList(0, Math.min(SHOWN, fields.size())));
    int more = fields.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(String text) {
    String whole = text.strip();
    return whole.endsWith(".") || whole.endsWith("!") || whole.endsWith("?") ? whole : whole + ".";
  }

  /** What is to be done. */
  static String remedy(PolicyFinding finding) {
    Effect effect = finding.state() == State.UNKNOWN ? null : finding.effect();
    return switch (effect) {
      case null -> "Give what is not known, or ask Azure.";
      case MODIFY, APPEND -> "Write what the policy would set, so that Azure changes nothing.";
      case AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS ->
          "Add " + related(finding.rule().rule()) + ", or let Azure remediate it.";
      default -> "Change what the policy objects to, or have an exemption granted in Azure.";
    };
  }
}
