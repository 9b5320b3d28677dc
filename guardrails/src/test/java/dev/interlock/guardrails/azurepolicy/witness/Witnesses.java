package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.Existence;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.evaluation.PolicyResult;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Finds resources that show what a definition does. */
final class Witnesses {

  private static final int TRIES = 24;
  private static final int STEPS = 120;
  private static final RelatedResources NONE = RelatedResources.of(List.of(), true);

  private final AliasTable aliases = AliasTable.shipped();
  private final Fields fields = new Fields(aliases);
  private final ResourceTypes types = ResourceTypes.shipped();
  private final Places places = new Places(aliases);

  /**
   * What was found for a definition.
   *
   * @param triggers a resource that an effect follows on
   * @param passes one of a kind that the rule is about, on which nothing follows
   * @param satisfies a related resource that an existence effect is content with
   * @param asks whether the effect of the rule asks for a related resource
   * @param last the last thing the engine said, when something is missing
   */
  record Found(
      @Nullable Draft triggers,
      @Nullable Draft passes,
      @Nullable Draft satisfies,
      boolean asks,
      String last) {

    /** True when nothing is missing. */
    boolean isWhole() {
      return triggers != null && passes != null && (!asks || satisfies != null);
    }

    /** True when what triggers and what passes have the same type. */
    boolean isOfOneType() {
      return triggers != null
          && passes != null
          && triggers.subject().type().equals(passes.subject().type());
    }
  }

  SinglePolicy compiled(PolicyDefinition definition, ByName<GivenParameter> given) {
    return SinglePolicy.of(definition, given, fields, ObjectValue.EMPTY, types);
  }

  Found of(PolicyDefinition definition) {
    Random random = new Random(definition.id().hashCode());
    Found found = new Found(null, null, null, false, "");
    for (int i = 0; i < TRIES && !found.isWhole(); i++) {
      ByName<GivenParameter> given =
          i % 2 == 0 ? Choice.inForce(definition) : Choice.any(definition, random);
      SinglePolicy policy = compiled(definition, given);
      PolicyRule rule = policy.rule();
      if (rule != null) {
        found = new Try(policy, rule, random, i / 2).after(found);
      }
    }
    return found;
  }

  /** A resource on which the condition of a rule holds; null when none was found this time. */
  @Nullable Draft triggering(PolicyRule rule, Random random, int number) {
    Facts facts = Facts.of(rule.condition(), places);
    List<String> candidates = facts.candidates();
    Draft start = Draft.of(candidates.get(number % candidates.size()), Contexts.usual());
    return new Search(new Leaves(fields, places, facts, new Contexts(), random), random)
        .find(rule.condition(), Truth.TRUE, start, STEPS);
  }

  /** One set of parameters, one type to begin with. */
  private final class Try {

    private final SinglePolicy policy;
    private final PolicyRule rule;
    private final Search search;
    private final Facts facts;
    private final Random random;
    private final int number;
    private String last = "";

    Try(SinglePolicy policy, PolicyRule rule, Random random, int number) {
      this.policy = policy;
      this.rule = rule;
      this.random = random;
      this.number = number;
      this.facts = Facts.of(rule.condition(), places);
      this.search = search(facts);
    }

    private Search search(Facts about) {
      return new Search(new Leaves(fields, places, about, new Contexts(), random), random);
    }

    Found after(Found before) {
      Draft triggers = before.triggers();
      Draft satisfies = before.satisfies();
      boolean asks = before.asks();
      if (triggers == null || (asks && satisfies == null)) {
        Draft now = found(Truth.TRUE);
        PolicyResult result = now == null ? null : judge(now, NONE);
        if (now != null && result != null && result.applies() && result.error() == null) {
          triggers = now;
          asks = Effect.of(result.effect()).filter(Effect::asksForExistence).isPresent();
          satisfies = asks ? satisfying(now) : null;
        }
      }
      Draft passes = before.passes() == null ? passing(triggers) : before.passes();
      return new Found(triggers, passes, satisfies, asks, last.isEmpty() ? before.last() : last);
    }

    private @Nullable Draft found(Truth wanted) {
      List<String> candidates = facts.candidates();
      Draft start = Draft.of(candidates.get(number % candidates.size()), Contexts.usual());
      return search.find(rule.condition(), wanted, start, STEPS);
    }

    /** One of the type of that which triggers when there is one, otherwise of any. */
    private @Nullable Draft passing(@Nullable Draft triggers) {
      for (int i = 0; i < 8 && triggers != null; i++) {
        Draft near = search.find(rule.condition(), Truth.FALSE, triggers, STEPS);
        boolean same = near != null && near.subject().type().equals(triggers.subject().type());
        if (near != null && same && isNothing(judge(near, NONE))) {
          return near;
        }
      }
      Draft other = found(Truth.FALSE);
      return other != null && isNothing(judge(other, NONE)) ? other : null;
    }

    private PolicyResult judge(Draft draft, RelatedResources related) {
      PolicyResult result = policy.evaluate(draft.subject(), draft.context(), related);
      last = result.toJson() + " on " + draft.resource();
      return result;
    }

    private boolean isNothing(PolicyResult result) {
      return !result.applies() && !result.isUnknown() && result.error() == null;
    }

    private @Nullable Draft satisfying(Draft draft) {
      Existence existence = Objects.requireNonNull(rule.details().existence());
      if (!(existence.type().evaluate(draft.scope()) instanceof StringValue type)) {
        return null;
      }
      Draft other = Draft.of(type.text(), draft.context());
      Draft named =
          existence.name() == null
              ? other
              : other.set(List.of("fullName"), existence.name().evaluate(draft.scope()));
      Draft asking =
          new Draft(
              named.resource().without(new dev.interlock.expression.PropertyName("id")),
              draft.resource(),
              draft.context(),
              List.of());
      Draft made =
          existence.condition() == null
              ? asking
              : search(Facts.of(existence.condition(), places))
                  .find(existence.condition(), Truth.TRUE, asking, STEPS);
      return made == null ? null : content(draft.with(made.ofFunctions()), made);
    }

    /** The related resource when the effect is content with it; they may have to share a group. */
    private @Nullable Draft content(Draft draft, Draft related) {
      RelatedResources one = RelatedResources.of(List.of(related.subject()), true);
      for (Draft asking : List.of(draft, beside(draft, related))) {
        boolean applies = Search.test(rule.condition(), asking) == Truth.TRUE;
        if (applies && isNothing(judge(asking, one))) {
          return related;
        }
      }
      return null;
    }

    private static Draft beside(Draft draft, Draft related) {
      String id = String.valueOf(Tree.get(related.resource(), List.of("id")));
      String group = ResourceIds.after(id, "resourceGroups");
      return group == null
          ? draft
          : draft.set(
              List.of("id"),
              Values.of(
                  String.valueOf(((StringValue) draft.get(List.of("id"))).text())
                      .replace("/rg1", "/" + group)));
    }
  }
}
