package dev.interlock.server.security.accounts;

import dev.interlock.server.security.AccountRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The accounts in the database. */
public final class Accounts {

  private static final String COLUMNS =
      "SELECT name, login, display_name, person, roles, password, must_change, active, last_sign_in"
          + " FROM server.account ";

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** Accounts in this database. */
  public Accounts(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The account with that name. */
  public Optional<Account> find(String name) {
    return jdbi.withHandle(h ->
        h.createQuery(COLUMNS + "WHERE name = :name")
            .bind("name", name)
            .map((row, _) -> account(row))
            .findOne());
  }

  /** All accounts by name. */
  public List<Account> all() {
    return jdbi.withHandle(
        h -> h.createQuery(COLUMNS + "ORDER BY name").map((row, _) -> account(row)).list());
  }

  /** True when there is an active account here that may make others. */
  public boolean anybodyAdministers() {
    return all().stream()
        .anyMatch(a -> a.local() && a.active() && a.roles().contains(AccountRole.ADMINISTRATOR));
  }

  /**
   * Adds an account.
   *
   * @return false when there is one with that name already
   */
  public boolean add(Account account) {
    return jdbi.withHandle(h ->
        h.createUpdate(
                "INSERT INTO server.account (name, login, display_name, person, roles,"
                    + " password, must_change, active, created_at) VALUES (:name, :login,"
                    + " :display, :person, :roles, :password, :change, true, :now)"
                    + " ON CONFLICT DO NOTHING")
            .bind("name", account.name())
            .bind("login", account.login())
            .bind("display", account.displayName())
            .bind("person", account.person())
            .bindArray("roles", String.class, words(account.roles()))
            .bind("password", account.password())
            .bind("change", account.mustChange())
            .bind("now", now())
            .execute())
        == 1;
  }

  /** Keeps what the identity provider said at this sign-in. */
  public void seen(Account account) {
    add(account);
    jdbi.useHandle(h ->
        h.createUpdate(
                "UPDATE server.account SET login = :login, display_name = :display,"
                    + " roles = :roles, last_sign_in = :now WHERE name = :name")
            .bind("name", account.name())
            .bind("login", account.login())
            .bind("display", account.displayName())
            .bindArray("roles", String.class, words(account.roles()))
            .bind("now", now())
            .execute());
  }

  /** Keeps that somebody signed in now. */
  public void signedIn(String name) {
    update("last_sign_in = :value", name, now());
  }

  /** Sets what the account may do. */
  public void roles(String name, Collection<AccountRole> roles) {
    jdbi.useHandle(h ->
        h.createUpdate("UPDATE server.account SET roles = :roles WHERE name = :name")
            .bind("name", name)
            .bindArray("roles", String.class, words(roles))
            .execute());
  }

  /** Lets the account sign in, or not. */
  public void active(String name, boolean active) {
    update("active = :value", name, active);
  }

  /** Sets a password, hashed; {@code given}: somebody else knows it, so it must be changed. */
  public void password(String name, String hash, boolean given) {
    update(given ? "must_change = true, password = :value" : OWN_PASSWORD, name, hash);
  }

  private static final String OWN_PASSWORD = "must_change = false, password = :value";

  private void update(String set, String name, Object value) {
    jdbi.useHandle(h ->
        h.createUpdate("UPDATE server.account SET " + set + " WHERE name = :name")
            .bind("name", name)
            .bind("value", value)
            .execute());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("login"),
        row.getString("display_name"),
        row.getString("person"),
        roles(row),
        row.getString("password"),
        row.getBoolean("must_change"),
        row.getBoolean("active"),
        instant(row.getObject("last_sign_in", OffsetDateTime.class)));
  }

  private static Set<AccountRole> roles(ResultSet row) throws SQLException {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    for (String word : (String[]) row.getArray("roles").getArray()) {
      AccountRole.ofWord(word).ifPresent(roles::add);
    }
    return roles;
  }

  private static List<String> words(Collection<AccountRole> roles) {
    return roles.stream().map(AccountRole::word).sorted().toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
