package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.AnyOf;
import dev.interlock.guardrails.azurepolicy.condition.Comparison;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCount;
import dev.interlock.guardrails.azurepolicy.condition.Not;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.condition.ValueCount;
import dev.interlock.guardrails.azurepolicy.field.ComputedField;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.WordField;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition speaks of.
 *
 * @param named types of resources that it names
 * @param types those that its fields exist on
 * @param constants values that its expressions hold
 */
record Facts(Set<String> named, Set<String> types, Set<Value> constants) {

  private static final List<String> EVERYDAY =
      List.of(
          "Microsoft.Storage/storageAccounts",
          "Microsoft.Resources/subscriptions/resourceGroups",
          "Microsoft.Resources/subscriptions",
          "Microsoft.Compute/virtualMachines");

  static Facts of(Condition condition, Places places) {
    Facts facts = new Facts(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    facts.add(condition, places);
    return facts;
  }

  /** Types that are worth a try, the likely ones first. */
  List<String> candidates() {
    Set<String> all = new LinkedHashSet<>(named);
    all.addAll(types);
    all.addAll(EVERYDAY);
    return all.stream().filter(type -> type.contains("/") && !type.contains("*")).toList();
  }

  private void add(@Nullable Condition condition, Places places) {
    switch (condition) {
      case null -> {}
      case AllOf all -> all.parts().forEach(part -> add(part, places));
      case AnyOf any -> any.parts().forEach(part -> add(part, places));
      case Not not -> add(not.part(), places);
      case FieldCondition field -> {
        add(field.field(), field.comparison(), places);
        add(field.comparison(), places);
      }
      case ValueCondition value -> {
        add(value.value(), places);
        add(value.comparison(), places);
      }
      case FieldCount count -> {
        field(count.array().name(), places);
        add(count.where(), places);
        add(count.comparison(), places);
      }
      case ValueCount count -> {
        add(count.array(), places);
        add(count.where(), places);
      }
    }
  }

  private void add(FieldReference field, Comparison comparison, Places places) {
    if (field == WordField.TYPE && comparison instanceof Comparison.Prepared prepared) {
      texts(prepared.right()).forEach(named::add);
    } else if (field instanceof ComputedField computed) {
      add(computed.program(), places);
    } else {
      field(field.name(), places);
    }
  }

  private void add(Comparison comparison, Places places) {
    if (comparison instanceof Comparison.Computed computed) {
      add(computed.program(), places);
    } else if (comparison instanceof Comparison.Prepared prepared) {
      constants.add(prepared.right());
    }
  }

  private void add(Program<PolicyScope> program, Places places) {
    Parts parts = Parts.of(program);
    parts.fields().forEach(name -> field(name, places));
    constants.addAll(parts.constants());
  }

  private void field(String name, Places places) {
    types.addAll(places.types(name));
  }

  private static List<String> texts(Value value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof StringValue text) {
      texts.add(text.text());
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(item -> texts.addAll(texts(item)));
    }
    return texts;
  }
}
