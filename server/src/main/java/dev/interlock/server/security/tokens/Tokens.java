package dev.interlock.server.security.tokens;

import dev.interlock.server.security.AccountRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tokens in the database. */
public final class Tokens {

  private static final String COLUMNS =
      "SELECT id, owner, label, roles, environments, created_at, expires_at, last_used_at,"
          + " revoked_at FROM server.api_token ";

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** Tokens in this database. */
  public Tokens(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Keeps a token; the secret itself is not kept. */
  public void add(ApiToken token, String secret) {
    jdbi.useHandle(h ->
        h.createUpdate(
                "INSERT INTO server.api_token (id, hash, owner, label, roles, environments,"
                    + " created_at, expires_at) VALUES (:id, :hash, :owner, :label, :roles,"
                    + " :environments, :created, :expires)")
            .bind("id", token.id())
            .bind("hash", TokenSecret.hash(secret))
            .bind("owner", token.owner())
            .bind("label", token.label())
            .bindArray(
                "roles", String.class, token.roles().stream().map(AccountRole::word).toList())
            .bindArray("environments", String.class, List.copyOf(token.environments()))
            .bind("created", token.createdAt().atOffset(ZoneOffset.UTC))
            .bind("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
            .execute());
  }

  /** The token of a secret, if it counts now; keeps that it was used. */
  public Optional<ApiToken> use(String secret) {
    return jdbi.withHandle(h -> {
      Optional<ApiToken> token =
          h.createQuery(COLUMNS + "WHERE hash = :hash")
              .bind("hash", TokenSecret.hash(secret))
              .map((row, _) -> token(row))
              .findOne()
              .filter(t -> t.counts(clock.instant()));
      token.ifPresent(t ->
          h.createUpdate(
                  "UPDATE server.api_token SET last_used_at = :now WHERE id = :id AND"
                      + " (last_used_at IS NULL OR last_used_at < :now - interval '1 minute')")
              .bind("id", t.id())
              .bind("now", now())
              .execute());
      return token;
    });
  }

  /** All tokens of an account, the newest first. */
  public List<ApiToken> of(String owner) {
    return jdbi.withHandle(h ->
        h.createQuery(COLUMNS + "WHERE owner = :owner ORDER BY created_at DESC, id")
            .bind("owner", owner)
            .map((row, _) -> token(row))
            .list());
  }

  /**
   * Ends a token for good.
   *
   * @return false when the account has no such token that still stands
   */
  public boolean revoke(String owner, UUID id) {
    return jdbi.withHandle(h ->
        h.createUpdate(
                "UPDATE server.api_token SET revoked_at = :now"
                    + " WHERE id = :id AND owner = :owner AND revoked_at IS NULL")
            .bind("id", id)
            .bind("owner", owner)
            .bind("now", now())
            .execute())
        == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    for (String word : (String[]) row.getArray("roles").getArray()) {
      AccountRole.ofWord(word).ifPresent(roles::add);
    }
    Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return new ApiToken(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        row.getString("label"),
        roles,
        Set.of((String[]) row.getArray("environments").getArray()),
        created,
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)),
        instant(row.getObject("revoked_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
