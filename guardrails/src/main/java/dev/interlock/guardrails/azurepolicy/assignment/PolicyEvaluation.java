package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Outcome;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates resources under all assignments in force, in Azure's order: what changes the request
 * first, then everything else on the request as changed.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/effect-basics#order-of-evaluation">Order
 *     of evaluation</a>
 */
public final class PolicyEvaluation {

  /** Exemptions work with Resource Manager modes alone, as documented. */
  private static final Exemptions.Cover NO_COVER = new Exemptions.Cover(null, true);

  private final AssignedPolicies policies;
  private final Exemptions exemptions;
  private final Fields fields;

  PolicyEvaluation(AssignedPolicies policies, Exemptions exemptions, Fields fields) {
    this.policies = policies;
    this.exemptions = exemptions;
    this.fields = fields;
  }

  /**
   * The same where subscriptions are known to be in these management groups.
   *
   * @param chains the groups of each subscription id, the nearest first, up to the root
   */
  public PolicyEvaluation knowing(Map<String, List<String>> chains) {
    Hierarchy tree = policies.hierarchy().with(chains);
    return new PolicyEvaluation(policies.in(tree), exemptions.in(tree), fields);
  }

  /** All rules that are assigned, in the order of their assignments. */
  public List<AssignedRule> rules() {
    return policies.rules();
  }

  /**
   * Evaluates a resource.
   *
   * @param context its time is the instant at which exemptions may have expired
   * @param related what existence effects may find
   * @return what does not comply or may not, in the order of evaluation
   */
  public List<PolicyFinding> evaluate(
      Subject subject, EvaluationContext context, RelatedResources related) {
    return evaluate(subject, context, related, _ -> {});
  }

  /**
   * Evaluates a resource, and tells by how many rules.
   *
   * @param judged is told how many rules are in force for it
   */
  public List<PolicyFinding> evaluate(
      Subject subject,
      EvaluationContext context,
      RelatedResources related,
      java.util.function.IntConsumer judged) {
    List<InForce> inForce = policies.inForce(subject, AssignedPolicies.id(subject));
    judged.accept(inForce.size());
    if (inForce.isEmpty()) {
      return List.of();
    }
    List<PolicyFinding> findings = new ArrayList<>();
    Round first = new Round(subject, context, related);
    RequestChanges changes = new RequestChanges(fields, first.scope());
    for (InForce one : inForce) {
      if (one.changesRequest()) {
        add(first.judge(one), findings, changes);
      }
    }
    Round second = changes.isEmpty() ? first : first.on(changes.applied(subject));
    findings.replaceAll(changes::judged);
    for (InForce one : inForce) {
      if (!one.changesRequest()) {
        add(second.judge(one), findings, null);
      }
    }
    return findings;
  }

  private static void add(
      @Nullable PolicyFinding finding,
      List<PolicyFinding> findings,
      @Nullable RequestChanges changes) {
    if (finding != null) {
      findings.add(finding);
      if (changes != null) {
        changes.of(finding);
      }
    }
  }

  /** One look at a resource under several rules. */
  private final class Round {

    private final Subject subject;
    private final EvaluationContext context;
    private final RelatedResources related;
    private final PolicyScope scope;

    Round(Subject subject, EvaluationContext context, RelatedResources related) {
      this.subject = subject;
      this.context = context;
      this.related = related;
      this.scope = new PolicyScope(subject, context);
    }

    Round on(Subject changed) {
      return new Round(changed, context, related);
    }

    PolicyScope scope() {
      return scope;
    }

    /** What a rule says of the resource; null when it has nothing to say. */
    @Nullable PolicyFinding judge(InForce one) {
      PolicyRule rule = one.effective();
      if (rule == null) {
        return finding(one, null, State.UNKNOWN, one.rule().flaw(), NullValue.NULL);
      }
      scope.reset();
      if (one.rule().mode().isResourceProvider()) {
        return component(one, rule);
      }
      Outcome outcome = rule.decide(scope, related);
      Effect effect = outcome.effect();
      if (!outcome.isUnknown() && effect == null) {
        return null;
      }
      if (outcome.isUnknown() || effect == null) {
        return finding(one, effect, State.UNKNOWN, outcome.reason(), NullValue.NULL);
      }
      return applied(one, rule, outcome, effect);
    }

    private @Nullable PolicyFinding applied(
        InForce one, PolicyRule rule, Outcome outcome, Effect effect) {
      Value details = rule.describe(outcome, scope);
      State state = EffectStates.of(effect, details);
      return state == null ? null : finding(one, effect, state, outcome.error(), details);
    }

    /** Components are not told; only the rule's type may say that it is about another resource. */
    private PolicyFinding component(InForce one, PolicyRule rule) {
      String mode = one.rule().mode().name();
      return finding(
          one,
          rule.constantEffect(),
          State.UNKNOWN,
          "mode " + mode + " looks at what is inside the resource, which only Azure can see",
          NullValue.NULL);
    }

    private PolicyFinding finding(
        InForce one, @Nullable Effect effect, State state, @Nullable String reason, Value details) {
      boolean component = one.rule().mode().isResourceProvider();
      Exemptions.Cover cover =
          component ? NO_COVER : exemptions.covering(one.rule(), subject, id(), context.now());
      if (cover.exemption() != null) {
        return new PolicyFinding(
            one.rule(), effect, State.EXEMPT, reason, cover.exemption(), details);
      }
      String doubt = doubt(one, cover);
      return doubt == null
          ? new PolicyFinding(one.rule(), effect, state, reason, null, details)
          : new PolicyFinding(one.rule(), effect, State.UNKNOWN, doubt, null, details);
    }

    private static @Nullable String doubt(InForce one, Exemptions.Cover cover) {
      if (!one.certain()) {
        return PolicyFinding.REACH_UNKNOWN;
      }
      return cover.certain() ? null : "whether an exemption covers this resource is not known";
    }

    private String id() {
      return AssignedPolicies.id(subject);
    }
  }
}
