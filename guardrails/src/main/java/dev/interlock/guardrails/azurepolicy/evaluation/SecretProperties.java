package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Marks what stands in properties that hold secrets by their names: an explanation shows the values
 * that a rule saw, and must not show those.
 */
public final class SecretProperties {

  private static final List<String> ENDINGS =
      List.of(
          "password",
          "passwd",
          "pwd",
          "secret",
          "connectionstring",
          "connectionstrings",
          "accesskey",
          "accountkey",
          "apikey",
          "apitoken",
          "privatekey",
          "protectedsettings",
          "refreshtoken",
          "accesstoken",
          "sastoken",
          "secretkey",
          "secretaccesskey",
          "sharedkey",
          "encryptedcredential");

  private SecretProperties() {}

  /** The same resource with what must not be shown marked. */
  public static ObjectValue marked(ObjectValue resource) {
    Map<String, Value> marked = LinkedHashMap.newLinkedHashMap(resource.size());
    resource
        .toMap()
        .forEach(
            (name, value) -> marked.put(name, isSecret(name) ? Secrets.mark(value) : in(value)));
    return ObjectValue.of(marked);
  }

  private static Value in(Value value) {
    return switch (value) {
      case ObjectValue object -> marked(object);
      case ArrayValue array ->
          new ArrayValue(array.items().stream().map(SecretProperties::in).toList());
      default -> value;
    };
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
