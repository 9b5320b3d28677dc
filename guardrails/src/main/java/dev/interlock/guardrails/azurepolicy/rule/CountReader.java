package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.Comparison;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCount;
import dev.interlock.guardrails.azurepolicy.condition.ValueCount;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code count}. */
final class CountReader {

  private static final Set<String> WORDS = Set.of("field", "value", "name", "where");

  /** What {@code current('…')} calls the element of a count that gives it no name. */
  private static final String UNNAMED = "default";

  private final RuleTexts texts;
  private final ConditionReader conditions;

  CountReader(RuleTexts texts, ConditionReader conditions) {
    this.texts = texts;
    this.conditions = conditions;
  }

  Condition read(Entry head, Comparison comparison) {
    if (!(head.value() instanceof MappingNode count)) {
      texts.problem(
          RuleProblem.WRONG_TYPE,
          head.value(),
          "count must be an object and is " + head.value().describe());
      return new AllOf(List.of());
    }
    Map<String, Entry> words = words(count);
    Entry field = words.get("field");
    Entry value = words.get("value");
    if ((field == null) == (value == null)) {
      texts.problem(
          RuleProblem.BAD_COUNT, count, "a count is over a field or over a value, one of both");
      return new AllOf(List.of());
    }
    Entry whereEntry = words.get("where");
    Condition where = whereEntry == null ? null : conditions.read(whereEntry.value());
    return field == null
        ? new ValueCount(
            texts.program(java.util.Objects.requireNonNull(value).value()),
            name(words.get("name")),
            where,
            comparison)
        : ofField(field, words.get("name"), where, comparison);
  }

  private Condition ofField(
      Entry field, @Nullable Entry name, @Nullable Condition where, Comparison comparison) {
    if (name != null) {
      texts.problem(RuleProblem.BAD_COUNT, name, "only a count over a value has a name");
    }
    Node node = field.value();
    if (node instanceof ScalarNode scalar && !scalar.text().contains("[*]")) {
      texts.problem(
          RuleProblem.BAD_COUNT, node, "a count over a field needs an array: a field with [*]");
    }
    return new FieldCount(conditions.field(node), where, comparison);
  }

  private String name(@Nullable Entry entry) {
    if (entry == null) {
      return UNNAMED;
    }
    if (entry.value() instanceof ScalarNode scalar && scalar.value() instanceof String text) {
      return text;
    }
    texts.problem(RuleProblem.BAD_COUNT, entry.value(), "the name of a count must be a text");
    return UNNAMED;
  }

  private Map<String, Entry> words(MappingNode count) {
    Map<String, Entry> words = new HashMap<>();
    for (Entry entry : count.entries()) {
      String word = entry.key().toLowerCase(Locale.ROOT);
      if (!WORDS.contains(word)) {
        texts.problem(
            RuleProblem.UNKNOWN_KEY, entry, "\"" + entry.key() + "\" has no meaning in a count");
      }
      words.putIfAbsent(word, entry);
    }
    return words;
  }
}
