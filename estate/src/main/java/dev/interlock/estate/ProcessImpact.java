package dev.interlock.estate;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which business processes stand on which services, and how those are saved. */
public final class ProcessImpact {

  private final Estate estate;
  private final ServiceDependencies dependencies;

  private ProcessImpact(Estate estate) {
    this.estate = estate;
    this.dependencies = ServiceDependencies.of(estate);
  }

  /** The processes of an estate. */
  public static ProcessImpact of(Estate estate) {
    return new ProcessImpact(estate);
  }

  /** Every process that cannot work without one of these services, through others included. */
  public SortedMap<String, BusinessProcess> processesOn(Collection<String> services) {
    Set<String> hurt = dependencies.dependentsOf(services);
    SortedMap<String, BusinessProcess> affected = new TreeMap<>(estate.all(BusinessProcess.class));
    affected.values().removeIf(process -> process.services().stream().noneMatch(hurt::contains));
    return affected;
  }

  /** The processes that run in an environment: all of whose own services it runs. */
  public Set<String> processesOf(Environment environment) {
    Set<String> running = dependencies.neededBy(environment.services());
    Set<String> found = new TreeSet<>();
    estate
        .all(BusinessProcess.class)
        .forEach((name, process) -> {
          if (!process.services().isEmpty() && running.containsAll(process.services())) {
            found.add(name);
          }
        });
    return found;
  }

  /** The backup plan of each service a process needs, through others included, by service. */
  public SortedMap<String, BackupPlan> backupPlansOf(BusinessProcess process) {
    SortedMap<String, BackupPlan> plans = new TreeMap<>();
    for (String name : dependencies.neededBy(process.services())) {
      estate
          .find(Service.class, name)
          .map(Service::backupPlan)
          .flatMap(plan -> estate.find(BackupPlan.class, plan))
          .ifPresent(plan -> plans.put(name, plan));
    }
    return plans;
  }

  /** The plants of an environment that exist, by name. */
  public Map<String, Plant> plantsOf(Environment environment) {
    SortedMap<String, Plant> plants = new TreeMap<>();
    for (String name : environment.plants()) {
      estate.find(Plant.class, name).ifPresent(plant -> plants.put(name, plant));
    }
    return plants;
  }
}
