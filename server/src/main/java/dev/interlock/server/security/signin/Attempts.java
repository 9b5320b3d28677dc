package dev.interlock.server.security.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts attempts to sign in, by account and by address, in the database so that all replicas count
 * together. An attempt counts before the password is looked at: guesses in parallel don't slip
 * through. Names that don't exist are counted like those that do.
 */
public final class Attempts {

  /** Wrong passwords for one account before it has to wait. */
  public static final int PER_ACCOUNT = 10;

  /** Wrong passwords from one address before it has to wait. */
  public static final int PER_ADDRESS = 50;

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int LONGEST_NAME = 200;

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** Counts in this database. */
  public Attempts(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Counts an attempt. A value says until when nobody is let in, whatever the password. */
  public Optional<Instant> begin(String login, String address) {
    return jdbi.withHandle(h -> {
      forgetOld(h);
      Optional<Instant> byAddress = count(h, ofAddress(address), PER_ADDRESS);
      return byAddress.isPresent() ? byAddress : count(h, ofAccount(login), PER_ACCOUNT);
    });
  }

  /** Forgets the attempts on an account whose person came in. */
  public void succeeded(String login, String address) {
    jdbi.useHandle(h -> {
      h.createUpdate("DELETE FROM server.sign_in_attempt WHERE who = :who")
          .bind("who", ofAccount(login))
          .execute();
      h.createUpdate("UPDATE server.sign_in_attempt SET attempts = attempts - 1 WHERE who = :who")
          .bind("who", ofAddress(address))
          .execute();
    });
  }

  private void forgetOld(Handle handle) {
    handle
        .createUpdate(
            "DELETE FROM server.sign_in_attempt WHERE who IN (SELECT who"
                + " FROM server.sign_in_attempt WHERE until < :now LIMIT 100"
                + " FOR UPDATE SKIP LOCKED)")
        .bind("now", now())
        .execute();
  }

  private Optional<Instant> count(Handle handle, String who, int most) {
    OffsetDateTime until = now().plus(WINDOW);
    return handle
        .createQuery(
            "INSERT INTO server.sign_in_attempt AS known (who, attempts, until)"
                + " VALUES (:who, 1, :until) ON CONFLICT (who) DO UPDATE"
                + " SET attempts = CASE WHEN known.until < :now THEN 1"
                + " ELSE known.attempts + 1 END,"
                + " until = CASE WHEN known.until < :now THEN :until ELSE known.until END"
                + " RETURNING attempts, until")
        .bind("now", now())
        .bind("who", who)
        .bind("until", until)
        .map((row, _) ->
            row.getInt("attempts") > most
                ? Optional.of(row.getObject("until", OffsetDateTime.class).toInstant())
                : Optional.<Instant>empty())
        .one();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String ofAccount(String login) {
    String name = login.toLowerCase(Locale.ROOT);
    return "account " + name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String ofAddress(String address) {
    return "address " + address;
  }
}
