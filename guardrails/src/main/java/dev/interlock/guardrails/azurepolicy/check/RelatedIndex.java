package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.effect.RelatedQuery;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resources that existence checks may find, by type, subscription and resource group. */
public final class RelatedIndex implements RelatedResources {

  private static final Neighbours NONE = new Neighbours();

  private final Map<String, Map<String, Neighbours>> byPlace = new HashMap<>();
  private final IdentityHashMap<Subject, String> doubts = new IdentityHashMap<>();
  private boolean complete;

  /** Adds one. */
  public void add(Subject subject) {
    String id = id(subject);
    byPlace
        .computeIfAbsent(subject.type() + "\n" + after(id, "subscriptions"), _ -> new HashMap<>())
        .computeIfAbsent(after(id, "resourceGroups"), _ -> new Neighbours())
        .add(subject, id);
  }

  /** Adds one of which nobody knows whether it will be there. */
  public void add(Subject subject, @Nullable String doubt) {
    add(subject);
    if (doubt != null) {
      doubts.put(subject, doubt);
    }
  }

  @Override
  public @Nullable String doubt(Subject found) {
    return doubts.get(found);
  }

  /** Says whether there are no others. */
  public void complete(boolean isComplete) {
    this.complete = isComplete;
  }

  @Override
  public List<Subject> find(RelatedQuery query) {
    String own = id(query.of());
    return places(query.type().toLowerCase(Locale.ROOT) + "\n", after(own, "subscriptions"))
        .flatMap(groups -> near(groups, query, own).stream())
        .flatMap(group -> group.near(query, own))
        .filter(query::fits)
        .toList();
  }

  /** Those of the subscription, and those of which nobody knows yet where they are. */
  private Stream<Map<String, Neighbours>> places(String type, String subscription) {
    return subscription.isEmpty()
        ? byPlace.entrySet().stream()
            .filter(place -> place.getKey().startsWith(type))
            .map(Map.Entry::getValue)
        : Stream.of(type + subscription, type).map(byPlace::get).filter(Objects::nonNull);
  }

  /**
   * One group where that is enough, and those in no known one. What is underneath a resource is in
   * the resource's group.
   */
  private static Collection<Neighbours> near(
      Map<String, Neighbours> groups, RelatedQuery query, String own) {
    String group = after(own, "resourceGroups");
    boolean elsewhere = query.wholeSubscription() || query.resourceGroup() != null;
    return group.isEmpty() || elsewhere
        ? groups.values()
        : List.of(groups.getOrDefault(group, NONE), groups.getOrDefault("", NONE));
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  private static String id(Subject subject) {
    return subject.property(Subject.ID) instanceof StringValue text ? text.text() : "";
  }

  private static String after(String id, String word) {
    @Nullable String part = ResourceIds.after(id, word);
    return part == null ? "" : part.toLowerCase(Locale.ROOT);
  }
}
