package dev.interlock.ledger;

import dev.interlock.ledger.append.Signer;
import dev.interlock.ledger.postgres.Migration;
import dev.interlock.ledger.postgres.OpenedLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * A ledger in PostgreSQL (14 or newer), one to a database. Any number of processes append to it and
 * read it at the same time; each sees what the others appended. The key that signs the checkpoints
 * never gets into the database. Safe for use by many threads. The connections stay the caller's.
 */
public final class PostgresLedger extends StoredLedger {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OpenedLedger opened;

  private PostgresLedger(OpenedLedger opened) {
    this.opened = opened;
  }

  /**
   * Creates the schema {@code ledger} or brings it up to date. Run it before the first {@link
   * #open} of a version; harmless when repeated.
   *
   * @param owner connects as the role that owns the schema; no other use of the ledger needs it
   * @param runtimeRole a role that exists; it gets USAGE, SELECT and INSERT, and loses all else
   * @throws LedgerException UNSAFE_DATABASE when there is no such role or it could change the
   *     ledger; or when the database fails
   */
  public static void migrate(DataSource owner, String runtimeRole) {
    Migration.run(owner, runtimeRole);
  }

  /**
   * Opens the ledger, and begins it where it is empty. Reads the hash of every entry and holds them
   * against the last checkpoint.
   *
   * @param runtime connects as the role that {@link #migrate} granted the ledger to
   * @param origin the ledger's unique name, such as {@code example.com/erp}; neither spaces nor
   *     plus
   * @param key signs the checkpoints
   * @param clock gives the time in the checkpoints
   * @throws LedgerException CORRUPTED, WRONG_KEY, NOT_FOUND before the first migration,
   *     UNSAFE_DATABASE, IN_USE, or when the database fails
   */
  public static PostgresLedger open(
      DataSource runtime, String origin, SigningKey key, InstantSource clock) {
    return open(runtime, origin, key, clock, BatchWatch.NONE);
  }

  /**
   * The same, with somebody who watches the appends.
   *
   * @param watch sees each batch
   */
  public static PostgresLedger open(
      DataSource runtime, String origin, SigningKey key, InstantSource clock, BatchWatch watch) {
    return open(runtime, new Signer(origin, key, clock), List.of(), PATIENCE, watch);
  }

  /**
   * The same for a ledger that changed its key, or whose replicas are about to.
   *
   * @param others keys of checkpoints that are believed too
   * @param patience how long an append waits while other replicas append, before it is refused
   */
  public static PostgresLedger open(
      DataSource runtime,
      String origin,
      SigningKey key,
      Collection<VerificationKey> others,
      Duration patience,
      InstantSource clock) {
    return open(runtime, new Signer(origin, key, clock), others, patience, BatchWatch.NONE);
  }

  private static PostgresLedger open(
      DataSource runtime,
      Signer signer,
      Collection<VerificationKey> others,
      Duration patience,
      BatchWatch watch) {
    List<VerificationKey> keys = new ArrayList<>(others);
    keys.add(signer.key().verificationKey());
    return new PostgresLedger(OpenedLedger.open(runtime, signer, keys, patience, watch));
  }

  /**
   * Writes the ledger into a new file, entries and checkpoints as they are, for {@link
   * LedgerVerifier}, {@link FileLedger#view} and {@code interlock ledger}.
   *
   * @throws LedgerException when the file exists or cannot be written, or the database fails
   */
  public void export(Path file) {
    opened.export(file);
  }

  @Override
  public Receipt append(List<Bytes> entries) {
    return opened.append(entries);
  }

  @Override
  LedgerView store() {
    return opened.store();
  }

  @Override
  public void close() {
    opened.close();
  }
}
