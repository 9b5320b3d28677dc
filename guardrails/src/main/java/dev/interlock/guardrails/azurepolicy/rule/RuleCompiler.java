package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.expression.Compiler;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.effect.Details;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.function.PolicyFunctions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles policy rules: everything is read and looked up once, so that an evaluation only
 * compares.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule">Azure
 *     Policy definition structure policy rule</a>
 */
public final class RuleCompiler {

  private static final Set<String> RULE = Set.of("if", "then");
  private static final Set<String> THEN = Set.of("effect", "details");

  private final Fields fields;
  private final ObjectValue parameters;
  private final ObjectValue policy;

  /**
   * A compiler.
   *
   * @param fields what names of fields mean
   * @param parameters their values by name
   * @param policy what {@code policy()} gives
   */
  public RuleCompiler(Fields fields, ObjectValue parameters, ObjectValue policy) {
    this.fields = fields;
    this.parameters = parameters;
    this.policy = policy;
  }

  /**
   * A compiled rule, or what is wrong with it.
   *
   * @param rule null when something is wrong
   */
  public record Compiled(@Nullable PolicyRule rule, List<Diagnostic> problems) {}

  /** Compiles a rule: {@code if} and {@code then}. */
  public Compiled compile(MappingNode rule, String file) {
    Diagnostics problems = new Diagnostics();
    Compiler<PolicyScope> compiler =
        new Compiler<>(PolicyFunctions.table(fields, parameters, policy), Program.Missing.IS_NULL);
    RuleTexts texts = new RuleTexts(file, compiler, problems);
    PolicyRule compiled = read(rule, texts);
    return new Compiled(problems.hasErrors() ? null : compiled, problems.sorted());
  }

  private @Nullable PolicyRule read(MappingNode rule, RuleTexts texts) {
    only(rule, RULE, "a policy rule", texts);
    ConditionReader conditions = new ConditionReader(texts, fields);
    Node when = needed(rule, "if", texts);
    Node then = needed(rule, "then", texts);
    Condition condition = when == null ? null : conditions.read(when);
    if (then instanceof MappingNode mapping) {
      return then(condition, mapping, conditions, texts);
    }
    if (then != null) {
      texts.problem(RuleProblem.WRONG_TYPE, then, "then must be an object");
    }
    return null;
  }

  private static @Nullable PolicyRule then(
      @Nullable Condition condition,
      MappingNode then,
      ConditionReader conditions,
      RuleTexts texts) {
    only(then, THEN, "then", texts);
    Node effectNode = needed(then, "effect", texts);
    Node detailsNode = DetailsReader.one(then, "details");
    Details details = new DetailsReader(texts, conditions).read(detailsNode);
    if (effectNode == null) {
      return null;
    }
    Program<PolicyScope> effect = texts.program(effectNode);
    checkEffect(effect, details, effectNode, texts);
    return condition == null ? null : new PolicyRule(condition, effect, details);
  }

  private static void checkEffect(
      Program<PolicyScope> effect, Details details, Node node, RuleTexts texts) {
    if (!(effect instanceof Program.Constant<PolicyScope> constant)) {
      return;
    }
    String word = constant.value() instanceof StringValue text ? text.text() : "";
    Effect known = Effect.of(word).orElse(null);
    if (known == null) {
      String hint = Suggestion.didYouMean(word, Effect.words()).map(t -> "; " + t).orElse("");
      texts.problem(RuleProblem.UNKNOWN_EFFECT, node, "there is no effect \"" + word + "\"" + hint);
    } else if (known.asksForExistence() && details.existence() == null) {
      texts.problem(
          RuleProblem.BAD_DETAILS, node, known.word() + " needs details with the type to look for");
    }
  }

  private static @Nullable Node needed(MappingNode mapping, String word, RuleTexts texts) {
    Node node = DetailsReader.one(mapping, word);
    if (node == null) {
      texts.problem(RuleProblem.MISSING, mapping, "\"" + word + "\" is missing");
    }
    return node;
  }

  private static void only(MappingNode mapping, Set<String> words, String what, RuleTexts texts) {
    Set<String> seen = new HashSet<>();
    for (Entry entry : mapping.entries()) {
      if (!seen.add(entry.key().toLowerCase(Locale.ROOT))) {
        texts.problem(
            RuleProblem.UNKNOWN_KEY,
            entry,
            "\"" + entry.key() + "\" stands twice in " + what + ", in another letter case");
      }
      if (!words.contains(entry.key().toLowerCase(Locale.ROOT))) {
        texts.problem(
            RuleProblem.UNKNOWN_KEY, entry, "\"" + entry.key() + "\" has no meaning in " + what);
      }
    }
  }
}
