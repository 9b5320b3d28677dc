package dev.interlock.usecases;

import dev.interlock.evidence.EvidenceSubject;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.BatchWatch;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Ledger;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.PostgresLedger;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.Statement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The one ledger of a server: in its database, for all replicas together. What the server states
 * and the checkpoints are signed with its own key, which lies in a file beside and never gets into
 * the database.
 */
public final class ServerLedger implements AutoCloseable {

  /** The ledger's name in its checkpoints. */
  public static final String ORIGIN = "interlock/server";

  private final PostgresLedger ledger;
  private final SigningKey key;

  private ServerLedger(PostgresLedger ledger, SigningKey key) {
    this.ledger = ledger;
    this.key = key;
  }

  /**
   * Makes the ledger's tables or brings them up to date.
   *
   * @param owner connects as the role that owns them
   * @param runtimeRole may append and read from then on, and nothing else
   * @throws Fault when the database fails or could not protect what the ledger keeps
   */
  public static void migrate(DataSource owner, String runtimeRole) {
    told(() -> {
      PostgresLedger.migrate(owner, runtimeRole);
      return true;
    });
  }

  /**
   * Opens the ledger, and begins it at the first start.
   *
   * @param runtime connects as the role of {@link #migrate}
   * @param keyFile the server's private key; made where there is none. All replicas share one
   * @param clock gives the time in the checkpoints
   * @param watch sees each batch of appends
   * @throws InputRejected when the file holds no key
   * @throws Fault when the ledger was tampered with, belongs to another key, or the database fails
   */
  public static ServerLedger open(
      DataSource runtime, Path keyFile, InstantSource clock, BatchWatch watch) {
    SigningKey key = LedgerFiles.reading(keyFile, ServerLedger::key);
    return told(
        () -> new ServerLedger(PostgresLedger.open(runtime, ORIGIN, key, clock, watch), key));
  }

  /**
   * Something that happened.
   *
   * @param subject who or what it is about, such as {@code account/admin}
   * @param type which kind of statement it is, as an address
   * @param json what is stated
   */
  public record Event(String subject, String type, String json) {}

  /**
   * Signs events and appends them, in their order. When it returns they are on durable storage.
   *
   * @throws Fault when the ledger did not take them
   */
  public void append(List<Event> events) {
    List<Bytes> entries = events.stream().map(this::signed).toList();
    told(() -> ledger.append(entries));
  }

  /** The ledger itself. */
  public Ledger ledger() {
    return ledger;
  }

  /** The key that signs what the server states. */
  public SigningKey key() {
    return key;
  }

  @Override
  public void close() {
    ledger.close();
  }

  private Bytes signed(Event event) {
    EvidenceSubject subject = EvidenceSubject.ofName(event.subject());
    Statement statement =
        new Statement(
            List.of(Statement.Subject.sha256(subject.name(), subject.sha256())),
            event.type(),
            Bytes.utf8(event.json()));
    return Envelope.sign(statement, key).toJson();
  }

  private static SigningKey key(Path file) throws java.io.IOException {
    if (!Files.exists(file)) {
      SigningKey.generate().writeTo(file);
    }
    return SigningKey.parse(Files.readString(file));
  }

  private static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (LedgerException e) {
      throw new Fault(e.error().code(), String.valueOf(e.getMessage()), e);
    }
  }
}
