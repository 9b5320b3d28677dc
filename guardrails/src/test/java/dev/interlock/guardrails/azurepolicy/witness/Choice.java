package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.ParameterType;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Chooses values of parameters. */
final class Choice {

  private Choice() {}

  /** Values for those that have no default alone. */
  static ByName<GivenParameter> needed(PolicyDefinition definition) {
    return given(definition, one -> one.defaultValue() == null ? plausible(one) : null);
  }

  /** Values for those that have no default, and effects that are in force. */
  static ByName<GivenParameter> inForce(PolicyDefinition definition) {
    return given(definition, Choice::inForce);
  }

  /** Any values that are allowed, and effects that are in force. */
  static ByName<GivenParameter> any(PolicyDefinition definition, Random random) {
    return given(
        definition,
        one -> isEffect(one) || random.nextInt(3) == 0 ? inForce(one) : any(one, random));
  }

  private static ByName<GivenParameter> given(PolicyDefinition definition, Chooser chooser) {
    List<GivenParameter> given = new ArrayList<>();
    for (ParameterDeclaration one : definition.parameters().all()) {
      Value value = chooser.choose(one);
      if (value != null) {
        given.add(new GivenParameter(one.name(), value, one.source()));
      }
    }
    return ByName.of(given, GivenParameter::name);
  }

  private interface Chooser {
    @Nullable Value choose(ParameterDeclaration one);
  }

  private static boolean isEffect(ParameterDeclaration one) {
    return one.type() == ParameterType.STRING
        && (one.name().toLowerCase(Locale.ROOT).contains("effect")
            || one.allowedValues().stream().anyMatch(Choice::isDisabled));
  }

  private static boolean isDisabled(@Nullable Value value) {
    return value instanceof StringValue text && text.text().equalsIgnoreCase("disabled");
  }

  private static @Nullable Value inForce(ParameterDeclaration one) {
    if (isEffect(one) && (one.defaultValue() == null || isDisabled(one.defaultValue()))) {
      return one.allowedValues().stream()
          .filter(value -> !isDisabled(value))
          .findFirst()
          .orElse(Values.of("Audit"));
    }
    return one.defaultValue() == null ? plausible(one) : null;
  }

  private static Value any(ParameterDeclaration one, Random random) {
    if (!one.allowedValues().isEmpty()) {
      Value value = one.allowedValues().get(random.nextInt(one.allowedValues().size()));
      return one.type() == ParameterType.ARRAY && !(value instanceof ArrayValue)
          ? ArrayValue.of(value)
          : value;
    }
    return switch (one.type()) {
      case STRING -> pick(random, Values.of("x"), Values.of("*"), Values.of("1"), plausible(one));
      case BOOLEAN -> BooleanValue.of(random.nextBoolean());
      case INTEGER, FLOAT -> new IntegerValue(random.nextInt(100));
      case ARRAY -> pick(random, ArrayValue.EMPTY, ArrayValue.of(Values.of("x")), plausible(one));
      default -> plausible(one);
    };
  }

  private static Value pick(Random random, Value... values) {
    return values[random.nextInt(values.length)];
  }

  /** A value that fits a declaration. */
  static Value plausible(ParameterDeclaration one) {
    if (!one.allowedValues().isEmpty()) {
      Value first = one.allowedValues().getFirst();
      return one.type() == ParameterType.ARRAY && !(first instanceof ArrayValue)
          ? ArrayValue.of(first)
          : first;
    }
    return switch (one.type()) {
      case STRING -> text(one);
      case ARRAY -> ArrayValue.of(text(one));
      case OBJECT -> ObjectValue.EMPTY;
      case BOOLEAN -> BooleanValue.of(true);
      case INTEGER, FLOAT -> new IntegerValue(30);
      case DATE_TIME -> Values.of("2026-01-01T00:00:00Z");
    };
  }

  private static Value text(ParameterDeclaration one) {
    String strong = one.strongType() == null ? "" : one.strongType();
    String name = one.name().toLowerCase(Locale.ROOT);
    if (strong.equalsIgnoreCase("location") || name.contains("location")) {
      return Values.of("westeurope");
    }
    if (strong.equalsIgnoreCase("resourceTypes")) {
      return Values.of("Microsoft.Storage/storageAccounts");
    }
    if (name.endsWith("routes")) {
      return Values.of("10.0.0.0/16;VnetLocal");
    }
    if (strong.contains("/") || name.endsWith("id")) {
      return Values.of(
          Draft.id(strong.contains("/") ? strong : "Microsoft.Storage/storageAccounts"));
    }
    return Values.of("given");
  }
}
