package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change that {@code modify} or {@code append} makes to a request.
 *
 * @param field what it changes
 * @param value what it sets; null when it removes
 * @param condition when it is made; null for always
 */
public record Operation(
    Kind kind,
    Program<PolicyScope> field,
    @Nullable Program<PolicyScope> value,
    @Nullable Program<PolicyScope> condition) {

  /** What is done to the field. */
  public enum Kind {
    /** Sets it when it is absent; {@code modify}. */
    ADD("add"),
    /** Sets it in any case; {@code modify}. */
    ADD_OR_REPLACE("addOrReplace"),
    /** Takes it away; {@code modify}, tags only. */
    REMOVE("remove"),
    /** Sets it, and conflicts when it has another value; {@code append}. */
    APPEND("append");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As Microsoft writes it. */
    public String word() {
      return word;
    }

    /** The kind that a {@code modify} operation names, in any letter case. */
    public static Optional<Kind> ofModify(String written) {
      return switch (written.toLowerCase(Locale.ROOT)) {
        case "add" -> Optional.of(ADD);
        case "addorreplace" -> Optional.of(ADD_OR_REPLACE);
        case "remove" -> Optional.of(REMOVE);
        default -> Optional.empty();
      };
    }
  }

  /** Whether it is made on the resource at hand. */
  public Truth isDue(PolicyScope scope) {
    if (condition == null) {
      return Truth.TRUE;
    }
    return switch (condition.evaluate(scope)) {
      case BooleanValue truth -> Truth.of(truth.isTrue());
      case StringValue text when text.text().equalsIgnoreCase("true") -> Truth.TRUE;
      case StringValue text when text.text().equalsIgnoreCase("false") -> Truth.FALSE;
      case UnknownValue unknown -> scope.unknown(unknown.reason());
      case Value other ->
          throw new ExpressionException(
              "the condition of an operation must be of type Boolean and is of type "
                  + other.typeName());
    };
  }

  /** The name of the field that it changes. */
  public String fieldName(PolicyScope scope) {
    if (field.evaluate(scope) instanceof StringValue text) {
      return text.text();
    }
    throw new ExpressionException("the field of an operation must be a text");
  }

  /** What it sets; null as a value when it removes. */
  public Value newValue(PolicyScope scope) {
    return value == null ? NullValue.NULL : value.evaluate(scope);
  }

  /** As a result shows it. */
  public ObjectValue describe(PolicyScope scope) {
    Map<String, Value> shown = new LinkedHashMap<>();
    if (kind != Kind.APPEND) {
      shown.put("operation", Values.of(kind.word()));
    }
    shown.put("field", Values.of(fieldName(scope)));
    if (value != null) {
      shown.put("value", newValue(scope));
    }
    return ObjectValue.of(shown);
  }
}
