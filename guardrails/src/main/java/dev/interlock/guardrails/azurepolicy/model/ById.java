package dev.interlock.guardrails.azurepolicy.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds objects by id in any letter case, or by their names where ids do not say where they are.
 */
final class ById<T> {

  private final Map<String, List<T>> byId = new HashMap<>();
  private final Map<String, List<T>> byName = new HashMap<>();
  private final Function<T, String> idOf;

  ById(List<T> objects, Function<T, String> idOf) {
    this.idOf = idOf;
    for (T object : objects) {
      String id = idOf.apply(object);
      byId.computeIfAbsent(PolicyIds.key(id), _ -> new ArrayList<>()).add(object);
      String name = PolicyIds.key(PolicyIds.name(id));
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(object);
    }
  }

  /**
   * All with that id, which are versions of one object; none when it is not sure which is meant.
   */
  List<T> find(String id) {
    List<T> exact = byId.get(PolicyIds.key(id));
    return exact == null ? similar(id) : List.copyOf(exact);
  }

  private List<T> similar(String id) {
    boolean open = PolicyIds.isOpen(id);
    List<T> fitting =
        byName.getOrDefault(PolicyIds.key(PolicyIds.name(id)), List.of()).stream()
            .filter(object -> open || PolicyIds.isOpen(idOf.apply(object)))
            .toList();
    long different = fitting.stream().map(idOf).map(PolicyIds::key).distinct().count();
    return different == 1 ? fitting : List.of();
  }
}
