package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All aliases, found by name and resource type. Safe for use by several threads. */
public final class AliasTable {

  private final @Nullable ShippedAliases shipped;
  private final Map<String, List<Alias>> given;

  private AliasTable(@Nullable ShippedAliases shipped, Map<String, List<Alias>> given) {
    this.shipped = shipped;
    this.given = given;
  }

  /** The table that comes with the product; nothing of it is read before it is asked. */
  public static AliasTable shipped() {
    return new AliasTable(new ShippedAliases(), Map.of());
  }

  /** A table without any alias. */
  public static AliasTable empty() {
    return new AliasTable(null, Map.of());
  }

  /**
   * This table and more; of two aliases of one name about one type, the one that came last holds.
   */
  public AliasTable with(Collection<Alias> more) {
    Map<String, List<Alias>> all = new HashMap<>(given);
    for (Alias alias : more) {
      all.merge(Casing.lower(alias.name()), List.of(alias), AliasTable::joined);
    }
    return new AliasTable(shipped, all);
  }

  /**
   * What an alias, written in any letter case, is on a resource of that type. Azure lists aliases
   * of child types with their parents, too: such an alias is also about the type that its name
   * begins with.
   */
  public AliasAnswer find(String resourceType, String alias) {
    List<Alias> named = named(alias);
    for (Alias one : named) {
      if (one.type().equalsIgnoreCase(resourceType)) {
        return new AliasAnswer.Here(one);
      }
    }
    for (Alias one : named) {
      if (isOfChild(one, resourceType)) {
        return new AliasAnswer.Here(one);
      }
    }
    return named.isEmpty()
        ? new AliasAnswer.Nowhere()
        : new AliasAnswer.Elsewhere(named.stream().map(Alias::type).toList());
  }

  private static boolean isOfChild(Alias alias, String resourceType) {
    String name = alias.name();
    return name.lastIndexOf('/') == resourceType.length()
        && name.regionMatches(true, 0, resourceType, 0, resourceType.length())
        && resourceType.regionMatches(true, 0, alias.type() + "/", 0, alias.type().length() + 1);
  }

  /** The aliases of that name, one for each type they are about. */
  public List<Alias> named(String alias) {
    String lower = Casing.lower(alias);
    List<Alias> known = shipped == null ? List.of() : shipped.named(lower);
    return joined(known, given.getOrDefault(lower, List.of()));
  }

  /** The existing alias that a mistyped one most likely meant. */
  public Optional<String> similar(String mistyped) {
    String lower = Casing.lower(mistyped);
    List<String> candidates = new ArrayList<>();
    String prefix = lower.substring(0, lower.lastIndexOf('/') + 1);
    for (Map.Entry<String, List<Alias>> entry : given.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        candidates.add(entry.getValue().getFirst().name());
      }
    }
    if (shipped != null) {
      candidates.addAll(shipped.besides(lower));
    }
    return Suggestion.nearest(mistyped, candidates);
  }

  /** Both lists; where they speak of one type, the second holds. */
  private static List<Alias> joined(List<Alias> first, List<Alias> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<Alias> all = new ArrayList<>(second);
    for (Alias alias : first) {
      if (second.stream().noneMatch(other -> other.type().equalsIgnoreCase(alias.type()))) {
        all.add(alias);
      }
    }
    return List.copyOf(all);
  }
}
