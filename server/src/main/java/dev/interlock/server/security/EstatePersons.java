package dev.interlock.server.security;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Person;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.security.accounts.Account;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which Person of the estate stands behind an account. Who has left is nobody. */
public final class EstatePersons {

  /** The plane of accounts that are kept by this server. */
  public static final String OWN_PLANE = "interlock";

  private final CurrentEstate estate;
  private final String plane;
  private final InstantSource clock;

  /**
   * Persons of this estate.
   *
   * @param plane how the estate calls the identity provider, such as {@code entra}
   */
  public EstatePersons(CurrentEstate estate, String plane, InstantSource clock) {
    this.estate = estate;
    this.plane = plane;
    this.clock = clock;
  }

  /** The person: whom the administrator named, or who has this account in the estate. */
  public Optional<String> of(Account account) {
    Estate current = estate.state().loaded().estate();
    if (account.local() && account.person() != null) {
      return Optional.of(account.person())
          .filter(name -> current.find(Person.class, name).filter(this::stays).isPresent());
    }
    return holder(current, account.local() ? OWN_PLANE : plane, account.login());
  }

  /** Names of everybody in the estate. */
  public List<String> names() {
    return List.copyOf(estate.state().loaded().estate().names(Kind.PERSON));
  }

  /** Names of every environment of the estate. */
  public Set<String> environments() {
    return estate.state().loaded().estate().names(Kind.ENVIRONMENT);
  }

  /** How a person is called; empty when nobody of that name is there. */
  public Optional<String> displayName(String name) {
    return estate
        .state()
        .loaded()
        .estate()
        .find(Person.class, name)
        .filter(this::stays)
        .map(Person::displayName);
  }

  /** Two persons with one account are no answer. */
  private Optional<String> holder(Estate current, String where, String login) {
    List<String> found =
        current.all(Person.class).entrySet().stream()
            .filter(e -> stays(e.getValue()) && has(e.getValue(), where, login))
            .map(Map.Entry::getKey)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean has(Person person, String where, String login) {
    return person.accounts().stream()
        .anyMatch(a -> a.plane().equals(where) && a.name().equalsIgnoreCase(login));
  }

  private boolean stays(Person person) {
    return person.leftOn() == null
        || !clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().isAfter(person.leftOn());
  }
}
