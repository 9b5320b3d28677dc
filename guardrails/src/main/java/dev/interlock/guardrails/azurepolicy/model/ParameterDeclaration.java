package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.expression.Value;
import dev.interlock.finding.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a definition or initiative declares.
 *
 * @param name as written
 * @param defaultValue what it is when nobody gives one; null when it must be given
 * @param allowedValues the only values it may have; empty when it may have any
 * @param strongType what the portal offers for it, such as {@code location}; has no effect
 * @param schema JSON Schema of an object parameter
 */
public record ParameterDeclaration(
    String name,
    ParameterType type,
    @Nullable Value defaultValue,
    List<Value> allowedValues,
    @Nullable String strongType,
    @Nullable Value schema,
    SourceRef source) {

  public ParameterDeclaration {
    allowedValues = List.copyOf(allowedValues);
  }
}
