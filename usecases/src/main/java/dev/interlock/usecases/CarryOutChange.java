package dev.interlock.usecases;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent.CarriedOut;
import dev.interlock.changes.RegisterEvent.Decided;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.document.RecordWriter;
import dev.interlock.finding.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a change was carried out, which ends its life: by whom it names for that, after a go.
 * The ledger has it before the register, so that nothing counts as carried out that is not
 * recorded.
 */
public final class CarryOutChange {

  /** What the ledger calls it. An event and not evidence: it closes no contact. */
  public static final String TYPE = "https://interlock.dev/events/carried-out/v1";

  /** Who began in time may end when the window has closed and the go is over. */
  private static final Duration GO_LASTS = Duration.ofHours(24);

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final ServerLedger ledger;

  /** Works on this book and records in this ledger. */
  public CarryOutChange(ChangeBook book, DecideRegistered deciding, ServerLedger ledger) {
    this.book = book;
    this.deciding = deciding;
    this.ledger = ledger;
  }

  /** What the ledger keeps of it. */
  private record Told(
      String kind,
      Instant at,
      String account,
      String change,
      String digest,
      String environment,
      @Nullable String comment) {}

  /**
   * Tells it.
   *
   * @param seen digest of the version that the author carried out
   * @param comment in the author's own words, or null
   * @throws RegisterRefused when there is no such change, it has moved on or is over, the gate gave
   *     it no go, or somebody else has to carry it out
   * @throws InputRejected when the change can't be used with the estate any more
   * @throws Fault when the ledger did not take it
   */
  public RegisteredChange run(
      String name, String seen, @Nullable String comment, EstateInForce estate, Author author)
      throws RegisterRefused {
    RegisteredChange change = book.require(name);
    String said = comment == null || comment.isBlank() ? null : comment.strip();
    NewEvent event =
        new NewEvent(
            new CarriedOut(name, said),
            author.account(),
            author.at(),
            ChangeBook.seen(change, seen),
            author.retry("carry-out", name, seen, String.valueOf(said)));
    // What is over is refused by the register, or known again when the same request comes twice.
    if (change.open() && event.seen() == change.number()) {
      requireMay(change, estate, author);
      ledger.append(List.of(told(change, said, author)));
    }
    book.append(event, Map.of());
    return book.require(name);
  }

  private void requireMay(RegisteredChange change, EstateInForce estate, Author author) {
    String name = change.name();
    deciding
        .notExecutor(change, estate, author)
        .ifPresent(why -> {
          throw new RegisterRefused(
              RegisterCode.NOT_EXECUTOR,
              author.account() + " can't tell that " + name + " was carried out: " + why);
        });
    Outcome now = deciding.whole(change, estate, author.at()).decided().decision().outcome();
    if (now != Outcome.GO && !hadGo(change, author.at())) {
      throw new RegisterRefused(
          RegisterCode.NO_GO,
          "the gate says "
              + now.word()
              + " to "
              + name
              + ", and recorded no go for this version"
              + " within the last "
              + GO_LASTS.toHours()
              + " hours");
    }
  }

  private static boolean hadGo(RegisteredChange change, Instant now) {
    return change.events().stream()
        .filter(event -> event.version() == change.number())
        .filter(event -> event.at().isAfter(now.minus(GO_LASTS)))
        .map(RecordedEvent::says)
        .anyMatch(
            says -> says instanceof Decided decided && decided.outcome().equals(Outcome.GO.word()));
  }

  private static ServerLedger.Event told(
      RegisteredChange change, @Nullable String comment, Author author) {
    Told told =
        new Told(
            "carried-out",
            author.at(),
            author.account(),
            change.name(),
            change.version().digest(),
            change.version().environment(),
            comment);
    return new ServerLedger.Event("change/" + change.name(), TYPE, new RecordWriter().toJson(told));
  }
}
