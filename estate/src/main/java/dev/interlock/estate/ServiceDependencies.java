package dev.interlock.estate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which service needs which, directly or through others. Cycles are harmless here. */
public final class ServiceDependencies {

  private final Map<String, List<String>> needs = new TreeMap<>();
  private final Map<String, List<String>> users = new TreeMap<>();

  private ServiceDependencies(Estate estate) {
    estate
        .all(Service.class)
        .forEach((name, service) -> {
          needs.put(name, service.dependsOn());
          for (String needed : service.dependsOn()) {
            users.computeIfAbsent(needed, _ -> new ArrayList<>()).add(name);
          }
        });
  }

  /** The dependencies of an estate's services. */
  public static ServiceDependencies of(Estate estate) {
    return new ServiceDependencies(estate);
  }

  /** These services and all that they cannot work without. */
  public Set<String> neededBy(Collection<String> services) {
    return new TreeSet<>(ways(services, needs).keySet());
  }

  /** These services and all that cannot work without them. */
  public Set<String> dependentsOf(Collection<String> services) {
    return new TreeSet<>(ways(services, users).keySet());
  }

  /**
   * These services and all that they cannot work without, each with the shortest way to it: names
   * from one of these services to it.
   */
  public Map<String, List<String>> waysFrom(Collection<String> services) {
    return ways(services, needs);
  }

  /** Breadth first. */
  private static Map<String, List<String>> ways(
      Collection<String> from, Map<String, List<String>> edges) {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String start : from) {
      if (ways.putIfAbsent(start, List.of(start)) == null) {
        open.add(start);
      }
    }
    while (!open.isEmpty()) {
      String name = open.remove();
      for (String next : edges.getOrDefault(name, List.of())) {
        List<String> way = new ArrayList<>(ways.getOrDefault(name, List.of()));
        way.add(next);
        if (ways.putIfAbsent(next, way) == null) {
          open.add(next);
        }
      }
    }
    return ways;
  }
}
