package dev.interlock.server.security.events;

import dev.interlock.server.security.AccountRole;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, or tried to do.
 *
 * @param at when
 * @param kind what sort of thing
 * @param account who; null when nobody is known by what was sent
 * @param person the Person of the estate behind the account
 * @param address where the request came from
 * @param route method and path as the table of routes has it; never what somebody typed
 * @param roles the roles that were used
 * @param detail in words
 */
public record SecurityEvent(
    Instant at,
    Kind kind,
    @Nullable String account,
    @Nullable String person,
    String address,
    String route,
    Set<AccountRole> roles,
    String detail) {

  public SecurityEvent {
    roles = Set.copyOf(roles);
  }

  /** What sort of thing. */
  public enum Kind {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    REFUSED,
    ROLE_USED,
    ADMINISTERED
  }

  SecurityEvent withAt(Instant instant) {
    return new SecurityEvent(instant, kind, account, person, address, route, roles, detail);
  }
}
