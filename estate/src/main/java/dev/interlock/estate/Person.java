package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A human. Segregation of duties is judged on persons, not on accounts. */
@Doc("A human. Segregation of duties is judged on persons, not on accounts.")
public record Person(
    @Doc("Name or role as colleagues know it.") String displayName,
    @Doc("Where to write to.") @Nullable String email,
    @Doc("The accounts this person has, one for each plane.") List<Account> accounts,
    @Doc("The day the person left; from its end, UTC, what the person signed counts no more.")
        @Nullable LocalDate leftOn)
    implements Spec {

  /** One account. */
  @Doc("One account.")
  public record Account(
      @Doc(value = "Where it is.", example = "entra") String plane,
      @Doc("Its name there.") String name) {}
}
