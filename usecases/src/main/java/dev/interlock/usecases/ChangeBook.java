package dev.interlock.usecases;

import dev.interlock.changes.ChangeRegister;
import dev.interlock.changes.Judgements;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.PostgresJudgements;
import dev.interlock.changes.PostgresRegister;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisterView;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.ledger.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The register of changes with what it says at the moment: what every action on registered changes
 * works with. Safe for use by several threads.
 */
public final class ChangeBook {

  private final ChangeRegister register;
  private final RegisterView view;
  private final Set<String> stored = ConcurrentHashMap.newKeySet();

  private final Judgements judgements;

  private ChangeBook(ChangeRegister register, Judgements judgements) {
    this.register = register;
    this.judgements = judgements;
    this.view = new RegisterView(register);
  }

  /** A book that lasts as long as the program. */
  public static ChangeBook inMemory() {
    return new ChangeBook(ChangeRegister.inMemory(), Judgements.inMemory());
  }

  /** The book in a database that was migrated; connects as the runtime role. */
  public static ChangeBook in(DataSource runtime) {
    return new ChangeBook(PostgresRegister.open(runtime), PostgresJudgements.open(runtime));
  }

  /**
   * Creates the tables or brings them up to date.
   *
   * @param owner connects as their owner
   * @param runtimeRole may read and append, and nothing else
   */
  public static void migrate(DataSource owner, String runtimeRole) {
    PostgresRegister.migrate(owner, runtimeRole);
  }

  /**
   * A change as it is now.
   *
   * @throws RegisterRefused when there is none of that name
   */
  public RegisteredChange require(String name) throws RegisterRefused {
    view.catchUp();
    return view.find(name)
        .orElseThrow(() ->
            new RegisterRefused(
                RegisterCode.NO_SUCH_CHANGE, "there is no change named \"" + name + "\""));
  }

  /**
   * The number of the version that somebody has seen; appending decides whether it is still the
   * newest, so that a request that is sent again is known again.
   *
   * @param digest of that version
   * @throws RegisterRefused when the change never had such a version
   */
  static int seen(RegisteredChange change, String digest) throws RegisterRefused {
    return change.events().stream()
        .filter(event -> digest.equals(digest(event.says())))
        .mapToInt(RecordedEvent::version)
        .max()
        .orElseThrow(() ->
            new RegisterRefused(
                RegisterCode.STALE,
                change.name() + " has no version " + digest + ": read it again"));
  }

  private static @Nullable String digest(RegisterEvent event) {
    return switch (event) {
      case RegisterEvent.Filed filed -> filed.version().digest();
      case RegisterEvent.Revised revised -> revised.version().digest();
      default -> null;
    };
  }

  /** The same, as long as something can still happen to it. */
  RegisteredChange requireOpen(String name) throws RegisterRefused {
    RegisteredChange change = require(name);
    if (!change.open()) {
      throw new RegisterRefused(
          RegisterCode.CLOSED,
          name + " is " + change.state().word() + "; nothing is left to decide");
    }
    return change;
  }

  /** A change as it is now, if there is one. */
  Optional<RegisteredChange> find(String name) {
    view.catchUp();
    return view.find(name);
  }

  /** Every change as it is now, in the order in which they were filed. */
  public Collection<RegisteredChange> all() {
    view.catchUp();
    return view.all();
  }

  /** Whether something happened since is told by a number that then differs. */
  public long position() {
    return register.position();
  }

  /** The position of the last evidence that is about no single change; 0 for none. */
  public long sharedPosition() {
    view.catchUp();
    return view.sharedPosition();
  }

  /** The last judgement of each change. */
  Judgements judgements() {
    return judgements;
  }

  /** The position of the last event on which a decision over the change may depend. */
  public long news(RegisteredChange change) {
    long own =
        change.events().stream()
            .filter(event -> !(event.says() instanceof RegisterEvent.Decided))
            .mapToLong(RecordedEvent::position)
            .max()
            .orElse(0);
    return Math.max(own, view.sharedPosition());
  }

  /** Takes in what other replicas appended. */
  void catchUp() {
    view.catchUp();
  }

  /** Evidence about no single change, in the order in which it came in. */
  List<RegisterEvent.EvidenceReceived> evidence() {
    return view.evidence();
  }

  /** Appends, with the files that the event names. */
  RecordedEvent append(NewEvent event, Map<String, Bytes> byHash) throws RegisterRefused {
    List<Bytes> anew =
        byHash.entrySet().stream()
            .filter(file -> !stored.contains(file.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    RecordedEvent recorded = register.append(event, anew);
    stored.addAll(byHash.keySet());
    view.catchUp();
    return recorded;
  }

  /** Files by their SHA-256 in hex. */
  Map<String, Bytes> contents(Collection<String> hashes) {
    return register.contents(hashes);
  }
}
