package dev.interlock.recovery.plan;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import dev.interlock.estate.ServiceDependencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The services of an environment, each after all that it cannot work without.
 *
 * @param services in that order
 * @param circle names that lead back to the first of them, when some do: they come last, by name
 */
public record ServiceOrder(
    SortedMap<String, Service> services, List<String> names, List<String> circle) {

  public ServiceOrder {
    names = List.copyOf(names);
    circle = List.copyOf(circle);
  }

  /** The order of an environment's services and of all that they need. */
  public static ServiceOrder of(Estate estate, Environment environment) {
    SortedMap<String, Service> services = new TreeMap<>(estate.all(Service.class));
    services.keySet().retainAll(ServiceDependencies.of(estate).neededBy(environment.services()));
    List<String> names = new ArrayList<>();
    TreeSet<String> waiting = new TreeSet<>(services.keySet());
    while (!waiting.isEmpty()) {
      List<String> ready =
          waiting.stream().filter(name -> isReady(services, name, waiting)).toList();
      if (ready.isEmpty()) {
        names.addAll(waiting);
        return new ServiceOrder(services, names, circle(services, waiting));
      }
      names.addAll(ready);
      ready.forEach(waiting::remove);
    }
    return new ServiceOrder(services, names, List.of());
  }

  private static boolean isReady(
      Map<String, Service> services, String name, TreeSet<String> waiting) {
    Service service = services.get(name);
    return service == null || service.dependsOn().stream().noneMatch(waiting::contains);
  }

  /** Whoever waits waits for somebody who waits: following that leads back to where one was. */
  private static List<String> circle(Map<String, Service> services, TreeSet<String> waiting) {
    List<String> way = new ArrayList<>(List.of(waiting.first()));
    while (true) {
      Service last = services.get(way.getLast());
      String next =
          last == null
              ? way.getFirst()
              : last.dependsOn().stream().filter(waiting::contains).findFirst().orElseThrow();
      int seen = way.indexOf(next);
      way.add(next);
      if (seen >= 0) {
        return List.copyOf(way.subList(seen, way.size()));
      }
    }
  }
}
