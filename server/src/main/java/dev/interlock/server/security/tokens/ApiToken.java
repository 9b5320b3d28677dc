package dev.interlock.server.security.tokens;

import dev.interlock.server.security.AccountRole;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept; what the program sends isn't.
 *
 * @param owner name of the account it acts for
 * @param label what it is for, in the owner's words
 * @param roles what it may do, as long as its owner may
 * @param environments where; everywhere when empty
 * @param lastUsedAt to the minute; null when it never was
 * @param revokedAt null while it counts
 */
public record ApiToken(
    UUID id,
    String owner,
    String label,
    Set<AccountRole> roles,
    Set<String> environments,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  public ApiToken {
    roles = Set.copyOf(roles);
    environments = Set.copyOf(environments);
  }

  /** True while it counts. */
  public boolean counts(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
