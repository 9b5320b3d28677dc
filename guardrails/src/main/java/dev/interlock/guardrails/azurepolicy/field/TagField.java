package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One tag: {@code tags.costCenter}, {@code tags['cost center']}, {@code tags[costCenter]}. Names of
 * tags are the same in any letter case.
 *
 * @param name as the rule writes it
 * @param tag the tag's name
 */
public record TagField(String name, PropertyName tag) implements FieldReference {

  /** The tag that a field names; null when it names something else. */
  static @Nullable TagField find(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    if (lower.startsWith("tags.") && field.length() > 5) {
      return new TagField(field, new PropertyName(field.substring(5)));
    }
    if (lower.startsWith("tags[") && field.endsWith("]") && !lower.equals("tags[*]")) {
      return new TagField(
          field, new PropertyName(unquoted(field.substring(5, field.length() - 1))));
    }
    return null;
  }

  /** Without the quotes around it; two quotes within are one. */
  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && text.charAt(0) == text.charAt(text.length() - 1)
            && (text.charAt(0) == '\'' || text.charAt(0) == '"');
    return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }

  @Override
  public FieldPath path() {
    return FieldPath.of("tags", tag);
  }

  @Override
  public Value value(PolicyScope scope) {
    return switch (scope.subject().property(Subject.TAGS)) {
      case ObjectValue tags -> {
        Value value = tags.get(tag);
        yield value == null ? NullValue.NULL : value;
      }
      case UnknownValue unknown -> unknown;
      default -> NullValue.NULL;
    };
  }
}
