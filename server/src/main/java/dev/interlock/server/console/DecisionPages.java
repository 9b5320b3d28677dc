package dev.interlock.server.console;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.MissingApproval;
import dev.interlock.changes.RegisterEvent.Decided;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.server.console.DecisionPage.Acts;
import dev.interlock.server.console.DecisionPage.Seat;
import dev.interlock.server.console.DecisionPage.Typed;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.DecidedChange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a change. */
@Component
class DecisionPages {

  private final Queue queue;
  private final Shells shells;
  private final InstantSource clock;

  DecisionPages(Queue queue, Shells shells, InstantSource clock) {
    this.queue = queue;
    this.shells = shells;
    this.clock = clock;
  }

  /**
   * What was just tried, as the page tells it.
   *
   * @param said in words; null when nothing was tried
   * @param typed what was sent and not done; null when everything was
   */
  record Tried(@Nullable String said, @Nullable Typed typed) {

    static final Tried NOTHING = new Tried(null, null);
  }

  /**
   * The page.
   *
   * @throws dev.interlock.changes.RegisterRefused when there is no such change
   */
  DecisionPage of(String name, HttpServletRequest request, SignedIn by, Tried tried) {
    RegisteredChange change = queue.registered(name);
    Shell shell = shells.of(name, "/changes", request);
    DecidedChange decided = queue.decided(name, clock.instant()).orElse(null);
    Acts acts = acts(change, decided, by, tried);
    return decided == null ? unusable(change, shell, acts) : judged(change, decided, shell, acts);
  }

  private static DecisionPage judged(
      RegisteredChange change, DecidedChange decided, Shell shell, Acts acts) {
    var decision = decided.decision();
    boolean open = change.open();
    return new DecisionPage(
        shell,
        change.name(),
        change.version().title(),
        Rung.facts(decided),
        open ? decision.outcome().name() : over(change),
        open ? Signal.of(decision.outcome()) : Signal.UNKNOWN,
        open ? Rung.steps(decision.contacts()) : List.of(),
        decided.tier().reasons(),
        open
            ? QueueRows.when(decision.outcome().word(), decision.expires(), decision.notBefore())
            : "Nothing is left to decide.",
        open ? decided.missing().stream().map(DecisionPages::sentence).toList() : List.of(),
        acts,
        Timeline.of(change));
  }

  /** The estate has moved on and the change names something that is gone. */
  private static DecisionPage unusable(RegisteredChange change, Shell shell, Acts acts) {
    return new DecisionPage(
        shell,
        change.name(),
        change.version().title(),
        List.of(new DecisionPage.Fact("Environment", change.version().environment())),
        change.open() ? "UNKNOWN" : over(change),
        Signal.UNKNOWN,
        List.of(),
        List.of(),
        "It does not fit the estate in force any more; file a new version or take it back.",
        List.of(),
        acts,
        Timeline.of(change));
  }

  private static String over(RegisteredChange change) {
    return change.state().word().toUpperCase(Locale.ROOT);
  }

  private static String sentence(MissingApproval missing) {
    String role = new Seat(missing.role(), missing.plant()).label();
    return role + ": " + String.join(" or ", missing.candidates());
  }

  /** A refusal tells what happened meanwhile, and repeats what no form keeps any more. */
  private static @Nullable String said(RegisteredChange change, Tried tried, List<Seat> seats) {
    Typed typed = tried.typed();
    if (typed == null) {
      return tried.said();
    }
    boolean kept =
        (typed.seat() == null || typed.seat().equals(Typed.EXECUTION))
            ? change.open()
            : seats.stream().anyMatch(seat -> seat.value().equals(typed.seat()));
    String moved = Moved.since(change, typed.seen());
    return tried.said()
        + (moved.isEmpty() ? "" : " Since you read it: " + moved)
        + (kept || typed.text().isBlank() ? "" : " You had typed: “" + typed.text().strip() + "”.");
  }

  private static Acts acts(
      RegisteredChange change, @Nullable DecidedChange decided, SignedIn by, Tried tried) {
    String person = by.person();
    boolean open = change.open();
    List<Seat> seats =
        !open || decided == null || person == null || !by.has(AccountRole.APPROVER)
            ? List.of()
            : decided.missing().stream()
                .filter(missing -> missing.candidates().contains(person))
                .map(missing -> new Seat(missing.role(), missing.plant()))
                .toList();
    boolean executes = open && person != null && by.has(AccountRole.OPERATOR);
    boolean asks =
        by.has(AccountRole.REQUESTER)
            || by.has(AccountRole.APPROVER)
            || by.has(AccountRole.OPERATOR);
    return new Acts(
        change.version().digest(),
        seats,
        open && seats.isEmpty() && by.has(AccountRole.APPROVER)
            ? Unasked.of(change, decided, person)
            : "",
        open && asks,
        executes && hasGo(change, decided),
        open && by.has(AccountRole.REQUESTER),
        said(change, tried, seats),
        tried.typed());
  }

  /** Now, or recorded for this version: who began in time may end when the go is over. */
  private static boolean hasGo(RegisteredChange change, @Nullable DecidedChange decided) {
    return decided != null
        && (decided.decision().outcome() == Outcome.GO
            || change.events().stream()
                .filter(event -> event.version() == change.number())
                .anyMatch(event ->
                    event.says() instanceof Decided said
                        && said.outcome().equals(Outcome.GO.word())));
  }
}
