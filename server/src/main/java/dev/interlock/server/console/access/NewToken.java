package dev.interlock.server.console.access;

import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.SignedIn;
import dev.interlock.server.security.tokens.ApiToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A token as somebody asks for it.
 *
 * @param label what it is for
 * @param days how long it counts
 * @param environments where; everywhere when empty
 */
record NewToken(String label, int days, Set<AccountRole> roles, Set<String> environments) {

  static final int MOST_DAYS = 365;
  private static final int LONGEST_LABEL = 100;

  /** The token, if its owner may hand on that much. */
  ApiToken token(SignedIn owner, Set<String> known, Instant now) {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new Refused("Say in a few words what the token is for.");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new Refused("A token counts for 1 to " + MOST_DAYS + " days.");
    }
    if (!roles.stream().allMatch(owner::has)) {
      throw new Refused("A token can't do more than you may.");
    }
    if (!known.containsAll(environments)) {
      throw new Refused("There is no such environment.");
    }
    return new ApiToken(
        UUID.randomUUID(),
        owner.account(),
        label.strip(),
        roles,
        environments,
        now,
        now.plus(Duration.ofDays(days)),
        null,
        null);
  }
}
