package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.AnyOf;
import dev.interlock.guardrails.azurepolicy.condition.Comparison;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.Not;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.field.WordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads conditions. After a problem it goes on with a condition that stands for nothing. */
final class ConditionReader {

  /** What stands for a condition that could not be read; the rule is not used then. */
  private static final Condition NOTHING = new AllOf(List.of());

  private static final Set<String> LOGICAL = Set.of("allof", "anyof", "not");
  private static final Set<String> LEFT = Set.of("field", "value", "count");

  private final RuleTexts texts;
  private final Fields fields;
  private final ComparisonReader comparisons;
  private final CountReader counts;

  ConditionReader(RuleTexts texts, Fields fields) {
    this.texts = texts;
    this.fields = fields;
    this.comparisons = new ComparisonReader(texts);
    this.counts = new CountReader(texts, this);
  }

  Condition read(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      texts.problem(
          RuleProblem.WRONG_TYPE, node, "a condition must be an object and is " + node.describe());
      return NOTHING;
    }
    List<Entry> heads =
        mapping.entries().stream()
            .filter(e -> LOGICAL.contains(lower(e)) || LEFT.contains(lower(e)))
            .toList();
    if (heads.size() != 1) {
      texts.problem(
          RuleProblem.NO_CONDITION,
          mapping,
          heads.isEmpty()
              ? "this object says nothing to test"
              : "a condition can't have both " + heads.get(0).key() + " and " + heads.get(1).key());
      return NOTHING;
    }
    Entry head = heads.getFirst();
    return LOGICAL.contains(lower(head)) ? logical(mapping, head) : compared(mapping, head);
  }

  private Condition logical(MappingNode mapping, Entry head) {
    for (Entry entry : mapping.entries()) {
      if (!entry.equals(head)) {
        texts.problem(
            RuleProblem.UNKNOWN_KEY,
            entry,
            "\"" + entry.key() + "\" can't stand beside " + head.key());
      }
    }
    return switch (lower(head)) {
      case "allof" -> parts(head, AllOf::new);
      case "anyof" -> parts(head, AnyOf::new);
      default -> new Not(read(head.value()));
    };
  }

  private Condition parts(Entry head, Function<List<Condition>, Condition> combined) {
    if (!(head.value() instanceof SequenceNode list)) {
      texts.problem(
          RuleProblem.WRONG_TYPE,
          head.value(),
          head.key() + " must be an array and is " + head.value().describe());
      return NOTHING;
    }
    List<Condition> parts = new ArrayList<>();
    list.items().forEach(item -> parts.add(read(item)));
    return combined.apply(parts);
  }

  private Condition compared(MappingNode mapping, Entry head) {
    boolean isField = lower(head).equals("field");
    FieldReference field = isField ? field(head.value()) : null;
    boolean location = field == WordField.LOCATION;
    Comparison comparison = comparisons.read(mapping, head, location);
    if (comparison == null) {
      return NOTHING;
    }
    if (field != null) {
      return new FieldCondition(field, comparison);
    }
    return lower(head).equals("value")
        ? new ValueCondition(texts.program(head.value()), comparison)
        : counts.read(head, comparison);
  }

  /** The field that a node names. */
  FieldReference field(Node node) {
    if (node instanceof ScalarNode scalar && scalar.value() instanceof String text) {
      return fields.of(text, texts.program(node));
    }
    texts.problem(RuleProblem.WRONG_TYPE, node, "a field must be a text and is " + node.describe());
    return fields.of("name");
  }

  static String lower(Entry entry) {
    return entry.key().toLowerCase(Locale.ROOT);
  }
}
