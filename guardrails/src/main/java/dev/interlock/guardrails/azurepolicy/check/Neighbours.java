package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.effect.RelatedQuery;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Resources of one type in one group. Most queries mean one by its name, or what is underneath a
 * resource: looking at each would take as long as there are resources, for each resource.
 */
final class Neighbours {

  private static final String PROVIDERS = "/providers/";

  private final List<Subject> all = new ArrayList<>();
  private final Map<String, List<Subject>> byName = new HashMap<>();
  private final Map<String, List<Subject>> byRoot = new HashMap<>();

  void add(Subject subject, String id) {
    all.add(subject);
    String name = subject.fullName() instanceof StringValue text ? last(text.text()) : "";
    byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(subject);
    byRoot.computeIfAbsent(root(id), _ -> new ArrayList<>()).add(subject);
  }

  /** Those that a query may mean, and others; those that tell no name may always be meant. */
  Stream<Subject> near(RelatedQuery query, String own) {
    String name = query.name();
    if (name != null && query.isExact()) {
      return either(byName, last(name));
    }
    return query.isUnderneath() && !root(own).isEmpty() ? either(byRoot, root(own)) : all.stream();
  }

  private static Stream<Subject> either(Map<String, List<Subject>> map, String key) {
    List<Subject> without = key.isEmpty() ? List.of() : map.getOrDefault("", List.of());
    return Stream.concat(map.getOrDefault(key, List.of()).stream(), without.stream());
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** The outermost resource of an id by provider, type and name; empty when it has none. */
  private static String root(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(PROVIDERS);
    if (at < 0) {
      return "";
    }
    String[] parts = lower.substring(at + PROVIDERS.length()).split("/", 4);
    return parts.length < 3 ? "" : parts[0] + "/" + parts[1] + "/" + parts[2];
  }
}
