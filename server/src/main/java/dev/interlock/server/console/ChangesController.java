package dev.interlock.server.console;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.QueuePage.Filter;
import dev.interlock.server.console.QueuePage.Row;
import dev.interlock.usecases.DecidedChange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue of changes. */
@Controller
class ChangesController {

  private final Queue queue;
  private final Shells shells;
  private final InstantSource clock;

  ChangesController(Queue queue, Shells shells, InstantSource clock) {
    this.queue = queue;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/changes")
  ModelAndView changes(
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String contact,
      HttpServletRequest request) {
    List<DecidedChange> all = queue.changes(clock.instant());
    List<Row> rows =
        all.stream()
            .filter(c -> outcome == null || outcome(c).word().equals(outcome))
            .filter(c -> contact == null || breaks(c, contact))
            .sorted(
                Comparator.comparing(ChangesController::outcome)
                    .thenComparing(c -> c.request().name()))
            .map(ChangesController::row)
            .toList();
    Shell shell = shells.of("Changes", "/changes", request);
    return new ModelAndView(
        "changes", "page", new QueuePage(shell, rows, filters(all, outcome, contact), all.size()));
  }

  private static Outcome outcome(DecidedChange change) {
    return change.decision().outcome();
  }

  private static boolean breaks(DecidedChange change, String contact) {
    return change.decision().contacts().stream()
        .anyMatch(c -> c.name().equals(contact) && c.state() != Contact.State.CLOSED);
  }

  private static List<Filter> filters(
      List<DecidedChange> all, @Nullable String outcome, @Nullable String contact) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter("All", "/changes", outcome == null && contact == null, all.size()));
    for (Outcome each : Outcome.values()) {
      long number = all.stream().filter(c -> outcome(c) == each).count();
      filters.add(
          new Filter(
              each.name().toLowerCase(Locale.ROOT),
              "/changes?outcome=" + each.word(),
              each.word().equals(outcome),
              number));
    }
    all.stream()
        .flatMap(c -> c.decision().contacts().stream())
        .map(Contact::name)
        .distinct()
        .forEach(name ->
            filters.add(
                new Filter(
                    name + " not closed",
                    "/changes?contact=" + name,
                    name.equals(contact),
                    all.stream().filter(c -> breaks(c, name)).count())));
    return filters;
  }

  private static Row row(DecidedChange change) {
    Decision decision = change.decision();
    return new Row(
        change.request().name(),
        change.request().change().title(),
        change.request().change().environment(),
        decision.tier(),
        Signal.of(decision.outcome()),
        decision.outcome().name(),
        decision.contacts(),
        when(decision));
  }

  /** When the answer may change, in words. */
  static String when(Decision decision) {
    Instant notBefore = decision.notBefore();
    return switch (decision.outcome()) {
      case GO -> "Go until " + Moment.utc(decision.expires());
      case WAIT ->
          notBefore == null
              ? "Waits for people"
              : "Not before " + Moment.utc(Objects.requireNonNull(notBefore));
      case STOP -> "Can't go as it is";
    };
  }
}
