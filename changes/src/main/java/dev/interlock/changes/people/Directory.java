package dev.interlock.changes.people;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Person;
import dev.interlock.estate.Plant;
import dev.interlock.estate.Role;
import dev.interlock.estate.Team;
import dev.interlock.estate.TrustedKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who is who: accounts to persons, roles to their holders. */
public final class Directory {

  private final Map<String, Set<String>> personsByAlias = new HashMap<>();
  private final Map<String, Set<TrustedKey>> systems = new HashMap<>();
  private final Map<String, Person> persons;
  private final Map<String, Team> teams;
  private final Map<String, Role> roles;
  private final Map<String, Plant> plants;

  /** The persons, teams, roles and systems of an estate. */
  public Directory(Estate estate) {
    persons = estate.all(Person.class);
    teams = estate.all(Team.class);
    roles = estate.all(Role.class);
    plants = estate.all(Plant.class);
    persons.forEach(this::addAliases);
    estate.all(TrustedKey.class).forEach(this::addSystem);
  }

  private void addAliases(String name, Person person) {
    alias(name, name);
    if (person.email() != null) {
      alias(person.email(), name);
    }
    for (Person.Account account : person.accounts()) {
      alias(account.name(), name);
      alias(account.plane() + ":" + account.name(), name);
      alias(account.plane() + "/" + account.name(), name);
    }
  }

  private void alias(String alias, String person) {
    personsByAlias
        .computeIfAbsent(alias.toLowerCase(Locale.ROOT), _ -> new HashSet<>())
        .add(person);
  }

  private void addSystem(String keyName, TrustedKey key) {
    if (key.system() != null) {
      for (String name : List.of(keyName, key.system())) {
        systems.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new HashSet<>()).add(key);
      }
    }
  }

  /**
   * The person behind a name, an e-mail address or an account ({@code name}, {@code plane:name} or
   * {@code plane/name}), in any letter case. Empty when nobody or more than one person has it.
   */
  public Optional<String> person(String alias) {
    Set<String> found = personsByAlias.getOrDefault(alias.toLowerCase(Locale.ROOT), Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** True when the name is that of a system that holds a trusted key, such as a pipeline. */
  public boolean isSystem(String name) {
    return systems.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** How long the system goes on that has a name; empty when no key of it is in force. */
  public Optional<Term> systemTerm(String name, Instant at) {
    return systems.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()).stream()
        .filter(key -> inForce(key, at))
        .map(key -> new Term(key.notAfter()))
        .max(Term.LONGEST_LAST);
  }

  private static boolean inForce(TrustedKey key, Instant at) {
    return key.revoked() == null
        && (key.notBefore() == null || !at.isBefore(key.notBefore()))
        && (key.notAfter() == null || at.isBefore(key.notAfter()));
  }

  /** All names and accounts by which people and systems are known. */
  public Set<String> aliases() {
    Set<String> all = new TreeSet<>(personsByAlias.keySet());
    all.addAll(systems.keySet());
    return all;
  }

  /** The display name of a person with the name the estate gives it. */
  public String describe(String person) {
    Person known = persons.get(person);
    return known == null || known.displayName().equalsIgnoreCase(person)
        ? person
        : known.displayName() + " (" + person + ")";
  }

  /** The display name of a role, or its name when the estate does not know it. */
  public String roleName(String role) {
    Role known = roles.get(role);
    return known == null ? role : known.displayName();
  }

  /** Every role of the estate, by name. */
  public Set<String> roleNames() {
    return Collections.unmodifiableSet(roles.keySet());
  }

  /** True when the person exists and had not left by then; the day of leaving still counts, UTC. */
  public boolean presentAt(String person, Instant at) {
    Person known = persons.get(person);
    if (known == null) {
      return false;
    }
    Instant until = term(person).until();
    return until == null || at.isBefore(until);
  }

  /** How long a person stays: to the end of the day of leaving, UTC. */
  public Term term(String person) {
    Person known = persons.get(person);
    return new Term(
        known == null || known.leftOn() == null
            ? null
            : known.leftOn().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Persons who hold a role for an environment, sorted; nobody when the role is unknown. */
  public SortedSet<String> holders(String role, String environment) {
    Role known = roles.get(role);
    if (known == null || !holdsFor(known.environments(), environment)) {
      return Collections.emptySortedSet();
    }
    SortedSet<String> holders = new TreeSet<>(known.persons());
    known.teams().forEach(team -> holders.addAll(members(team)));
    holders.retainAll(persons.keySet());
    return holders;
  }

  /**
   * Persons who hold a role for one plant. A role that names its plants is held for those; one that
   * names none is held for a plant by those of its holders who manage it, or by all of them where
   * the plant names no manager.
   */
  public SortedSet<String> holders(String role, String environment, String plant) {
    SortedSet<String> holders = holders(role, environment);
    Role known = roles.get(role);
    Plant site = plants.get(plant);
    if (known == null || !holdsFor(known.plants(), plant)) {
      return Collections.emptySortedSet();
    }
    if (known.plants().isEmpty() && site != null && site.manager() != null) {
      holders.retainAll(
          persons.containsKey(site.manager()) ? Set.of(site.manager()) : members(site.manager()));
    }
    return holders;
  }

  /** The persons among these, and the members of the teams among them. */
  public Set<String> people(List<String> personsAndTeams) {
    Set<String> people = new HashSet<>(personsAndTeams);
    personsAndTeams.forEach(name -> people.addAll(members(name)));
    people.retainAll(persons.keySet());
    return people;
  }

  /** True when one of the two roles says that the same person must not use both on one change. */
  public boolean conflict(String role, String other) {
    return conflictsOf(role).contains(other) || conflictsOf(other).contains(role);
  }

  private Set<String> conflictsOf(String role) {
    Role known = roles.get(role);
    return known == null ? Set.of() : Set.copyOf(known.conflictsWith());
  }

  private Set<String> members(String team) {
    Team known = teams.get(team);
    return known == null ? Set.of() : Set.copyOf(known.members());
  }

  private static boolean holdsFor(List<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }
}
