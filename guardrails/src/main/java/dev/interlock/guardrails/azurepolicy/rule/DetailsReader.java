package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.effect.Details;
import dev.interlock.guardrails.azurepolicy.effect.Existence;
import dev.interlock.guardrails.azurepolicy.effect.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the details of an effect by what stands in them: effects may be chosen by parameters. */
final class DetailsReader {

  /** What the service reads when it acts: shown as written, for a template has its own language. */
  private static final Set<String> AS_WRITTEN = Set.of("existencecondition", "template");

  private final RuleTexts texts;
  private final ConditionReader conditions;

  DetailsReader(RuleTexts texts, ConditionReader conditions) {
    this.texts = texts;
    this.conditions = conditions;
  }

  Details read(@Nullable Node node) {
    return switch (node) {
      case null -> Details.NONE;
      case SequenceNode list -> new Details(null, appended(list), null);
      case MappingNode mapping ->
          new Details(whole(mapping), operations(mapping), existence(mapping));
      default -> new Details(texts.program(node), List.of(), null);
    };
  }

  private Program<PolicyScope> whole(MappingNode mapping) {
    Map<String, Program<PolicyScope>> properties = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      String word = lower(entry);
      if (AS_WRITTEN.contains(word)) {
        properties.put(entry.key(), new Program.Constant<>(Values.of(entry.value())));
      } else if (!word.equals("operations")) {
        properties.put(entry.key(), part(entry.value()));
      }
    }
    return Program.object(properties);
  }

  private Program<PolicyScope> part(Node node) {
    return node instanceof MappingNode mapping ? whole(mapping) : texts.program(node);
  }

  private List<Operation> appended(SequenceNode list) {
    List<Operation> operations = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof MappingNode one && one(one, "field") != null) {
        operations.add(operation(Operation.Kind.APPEND, one));
      } else {
        texts.problem(
            RuleProblem.BAD_DETAILS, item, "append needs objects with a field and a value");
      }
    }
    return operations;
  }

  private List<Operation> operations(MappingNode mapping) {
    Node node = one(mapping, "operations");
    List<Operation> operations = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.items()) {
        Operation.Kind kind = item instanceof MappingNode one ? kind(one) : null;
        if (kind == null || one((MappingNode) item, "field") == null) {
          texts.problem(
              RuleProblem.BAD_DETAILS,
              item,
              "an operation of modify needs a field, and add, addOrReplace or remove as its"
                  + " operation");
        } else {
          operations.add(operation(kind, (MappingNode) item));
        }
      }
    } else if (node != null) {
      texts.problem(RuleProblem.WRONG_TYPE, node, "operations must be an array");
    }
    return operations;
  }

  private Operation.@Nullable Kind kind(MappingNode operation) {
    Node node = one(operation, "operation");
    return node != null && texts.constant(node) instanceof StringValue text
        ? Operation.Kind.ofModify(text.text()).orElse(null)
        : null;
  }

  private Operation operation(Operation.Kind kind, MappingNode node) {
    return new Operation(
        kind,
        texts.program(java.util.Objects.requireNonNull(one(node, "field"))),
        program(node, "value"),
        program(node, "condition"));
  }

  private @Nullable Existence existence(MappingNode mapping) {
    Program<PolicyScope> type = program(mapping, "type");
    if (type == null) {
      return null;
    }
    Node node = one(mapping, "existenceCondition");
    Condition condition = node == null ? null : conditions.read(node);
    return new Existence(
        type,
        program(mapping, "name"),
        program(mapping, "resourceGroupName"),
        program(mapping, "existenceScope"),
        condition);
  }

  private @Nullable Program<PolicyScope> program(MappingNode mapping, String word) {
    Node node = one(mapping, word);
    return node == null ? null : texts.program(node);
  }

  /** The value under a word in any letter case; null when it is absent. */
  static @Nullable Node one(MappingNode mapping, String word) {
    for (Entry entry : mapping.entries()) {
      if (entry.key().equalsIgnoreCase(word)) {
        return entry.value();
      }
    }
    return null;
  }

  private static String lower(Entry entry) {
    return entry.key().toLowerCase(Locale.ROOT);
  }
}
