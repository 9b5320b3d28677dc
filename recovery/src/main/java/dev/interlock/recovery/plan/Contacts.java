package dev.interlock.recovery.plan;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Person;
import dev.interlock.estate.Team;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Contact;
import org.jspecify.annotations.Nullable;

/** Teams and persons, and where to reach them. */
public final class Contacts {

  /** For duties that the estate gives to nobody. */
  public static final Contact NOBODY = new Contact("nobody named", null);

  private final Estate estate;
  private final Gaps gaps;

  /** Those of an estate; whoever can't be reached is a gap. */
  public Contacts(Estate estate, Gaps gaps) {
    this.estate = estate;
    this.gaps = gaps;
  }

  /** The team or person of that name. */
  public Contact of(@Nullable String name) {
    if (name == null) {
      return NOBODY;
    }
    Contact contact =
        estate
            .find(Team.class, name)
            .map(team -> new Contact(team.displayName(), team.contact()))
            .or(() ->
                estate
                    .find(Person.class, name)
                    .map(person -> new Contact(person.displayName(), person.email())))
            .orElse(new Contact(name, null));
    return reached(contact, name);
  }

  /** The same contact, noted when nobody can tell where to reach it. */
  Contact reached(Contact contact, String name) {
    if (contact.reach() == null) {
      gaps.about(
          RecoveryCode.NO_CONTACT,
          estate.find(Team.class, name).isPresent() ? Team.class : Person.class,
          name,
          "nobody can tell where to reach " + contact.name(),
          "contact of a Team, email of a Person");
    }
    return contact;
  }
}
