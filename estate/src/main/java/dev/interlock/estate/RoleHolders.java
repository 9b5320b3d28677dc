package dev.interlock.estate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who holds which role, by themselves or through a team. Names of persons; left ones included. */
public final class RoleHolders {

  private final SortedMap<String, Role> roles;
  private final Map<String, Set<String>> holders = new TreeMap<>();

  private RoleHolders(Estate estate) {
    roles = estate.all(Role.class);
    Set<String> persons = estate.names(Kind.PERSON);
    roles.forEach((name, role) -> {
      Set<String> found = new TreeSet<>(role.persons());
      for (String team : role.teams()) {
        estate.find(Team.class, team).ifPresent(t -> found.addAll(t.members()));
      }
      found.retainAll(persons);
      holders.put(name, found);
    });
  }

  /** The holders of an estate's roles. */
  public static RoleHolders of(Estate estate) {
    return new RoleHolders(estate);
  }

  /** Everybody who holds the role somewhere; empty for an unknown role. */
  public Set<String> of(String role) {
    return Set.copyOf(holders.getOrDefault(role, Set.of()));
  }

  /** Everybody who holds the role for this environment. */
  public Set<String> of(String role, String environment) {
    Role found = roles.get(role);
    return found != null && covers(found.environments(), environment) ? of(role) : Set.of();
  }

  /** Everybody who holds the role for this environment and this plant. */
  public Set<String> of(String role, String environment, String plant) {
    Role found = roles.get(role);
    return found != null && covers(found.plants(), plant) ? of(role, environment) : Set.of();
  }

  /** The roles a person holds anywhere. */
  public Set<String> rolesOf(String person) {
    Set<String> held = new TreeSet<>();
    holders.forEach((role, persons) -> {
      if (persons.contains(person)) {
        held.add(role);
      }
    });
    return held;
  }

  private static boolean covers(List<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }
}
