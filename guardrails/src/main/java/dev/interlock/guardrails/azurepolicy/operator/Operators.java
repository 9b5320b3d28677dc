package dev.interlock.guardrails.azurepolicy.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All operators, by name in any letter case. */
public final class Operators {

  private static final Map<String, Operator> BY_NAME = new LinkedHashMap<>();

  static {
    Operator less = new Less();
    Operator greater = new Greater();
    List.of(
            new Equals(),
            new Negated("notEquals", new Equals()),
            new Like(),
            new Negated("notLike", new Like()),
            new Match("match", false),
            new Match("matchInsensitively", true),
            new Negated("notMatch", new Match("match", false)),
            new Negated("notMatchInsensitively", new Match("matchInsensitively", true)),
            new Contains(),
            new Negated("notContains", new Contains()),
            new In(),
            new Negated("notIn", new In()),
            new ContainsKey(),
            new Negated("notContainsKey", new ContainsKey()),
            less,
            new LessOrEquals(),
            greater,
            new GreaterOrEquals(),
            new Exists())
        .forEach(operator -> BY_NAME.put(operator.name().toLowerCase(Locale.ROOT), operator));
  }

  private Operators() {}

  /** The operator of a name; null when there is none. */
  public static @Nullable Operator find(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  /** All names, as documented. */
  public static Set<String> names() {
    Set<String> names = new java.util.LinkedHashSet<>();
    BY_NAME.values().forEach(operator -> names.add(operator.name()));
    return names;
  }
}
