package dev.interlock.server.api;

import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.EstateInForce;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What most routes need: the changes, the estate in force, the time. */
@Component
class ApiBasis {

  private final ChangeBook book;
  private final CurrentEstate current;
  private final InstantSource clock;

  ApiBasis(ChangeBook book, CurrentEstate current, InstantSource clock) {
    this.book = book;
    this.current = current;
    this.clock = clock;
  }

  ChangeBook book() {
    return book;
  }

  EstateInForce estate() {
    return current.inForce();
  }

  CurrentEstate current() {
    return current;
  }

  Instant now() {
    return clock.instant();
  }

  /** Who does what is done now: the person, or the account where nobody stands behind it. */
  Author author(SignedIn caller, @Nullable String key) {
    return new Author(caller.author(), now(), key);
  }
}
