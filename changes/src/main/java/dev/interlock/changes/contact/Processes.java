package dev.interlock.changes.contact;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which business processes feel a change, by way of the services they cannot work without. */
public final class Processes {

  private final SortedMap<String, BusinessProcess> processes;
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  /** Follows the dependencies of every process of an estate. */
  public Processes(Estate estate) {
    processes = estate.all(BusinessProcess.class);
    Map<String, Service> services = estate.all(Service.class);
    processes.forEach((name, process) -> needs.put(name, closure(process.services(), services)));
  }

  /**
   * The processes that a change of these services in the environment touches, by name; a change
   * that names no service touches all of the environment's.
   */
  public SortedMap<String, BusinessProcess> affected(
      Environment environment, Collection<String> services) {
    Collection<String> touched = services.isEmpty() ? environment.services() : services;
    SortedMap<String, BusinessProcess> affected = new TreeMap<>();
    processes.forEach((name, process) -> {
      Set<String> needed = needs.getOrDefault(name, Set.of());
      if (!Collections.disjoint(needed, touched) && runsIn(process, environment)) {
        affected.put(name, process);
      }
    });
    return affected;
  }

  private static boolean runsIn(BusinessProcess process, Environment environment) {
    return process.plants().isEmpty()
        || environment.plants().isEmpty()
        || !Collections.disjoint(process.plants(), environment.plants());
  }

  private static Set<String> closure(List<String> from, Map<String, Service> services) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name) && services.containsKey(name)) {
        open.addAll(services.get(name).dependsOn());
      }
    }
    return seen;
  }
}
