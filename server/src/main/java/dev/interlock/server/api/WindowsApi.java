package dev.interlock.server.api;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.Closure;
import dev.interlock.changes.NextWindow;
import dev.interlock.finding.Diagnostic;
import dev.interlock.server.api.Problems.Problem;
import dev.interlock.usecases.FindWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When may an environment be changed? */
@RestController
@RequestMapping("/api/v1/windows")
class WindowsApi {

  /** What answers call the estate: where it lies on this machine is nobody's business. */
  private static final Path ESTATE = Path.of("estate");

  private final ApiBasis basis;

  WindowsApi(ApiBasis basis) {
    this.basis = basis;
  }

  /**
   * The earliest slot.
   *
   * @param answer found, none or unknown
   * @param rule which calendars count
   * @param searchedUntil the last start that was looked at, when there is none
   * @param blocked why no earlier start will do
   * @param problems why nobody knows
   * @param details the same, mistake by mistake
   */
  record WindowView(
      String environment,
      @Nullable String tier,
      String rule,
      Instant from,
      String duration,
      String answer,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Instant searchedUntil,
      List<BlockedView> blocked,
      List<String> problems,
      List<Problem> details) {}

  /**
   * Starts that will not do, and why.
   *
   * @param because in words
   * @param kind what forbids, as a word
   * @param plant whose calendar says so; null for the environment's own
   * @param calendar its name
   * @param summary what happens then, as the calendar calls it
   * @param closedFrom when it begins, with its zone
   * @param closedUntil when it ends, with its zone
   */
  record BlockedView(
      Instant from,
      Instant until,
      String because,
      String kind,
      @Nullable String plant,
      @Nullable String calendar,
      String summary,
      String closedFrom,
      String closedUntil) {

    static BlockedView of(BlockedStarts blocked) {
      Closure why = blocked.because();
      return new BlockedView(
          blocked.from(),
          blocked.until(),
          why.sentence(),
          why.kind().word(),
          why.plant(),
          why.calendar(),
          why.summary(),
          why.from().toString(),
          why.until().toString());
    }
  }

  @GetMapping("/next")
  WindowView next(
      @RequestParam String environment,
      @RequestParam(defaultValue = "PT1H") Duration duration,
      @RequestParam(required = false) @Nullable String tier,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(defaultValue = "") Set<String> service) {
    Instant start = from == null ? basis.now() : from;
    FindWindow.Answer answer =
        new FindWindow()
            .run(
                basis.estate(),
                new FindWindow.Request(ESTATE, environment, duration, tier, service),
                start);
    return view(answer);
  }

  private static WindowView view(FindWindow.Answer answer) {
    return switch (answer.next()) {
      case NextWindow.Found found ->
          view(answer, new Slot("found", found.start(), found.end(), null), found.blocked());
      case NextWindow.None none ->
          view(answer, new Slot("none", null, null, none.searchedUntil()), none.blocked());
      case NextWindow.Unknown _ -> view(answer, new Slot("unknown", null, null, null), List.of());
    };
  }

  private record Slot(
      String answer,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Instant searchedUntil) {}

  private static WindowView view(FindWindow.Answer answer, Slot slot, List<BlockedStarts> blocked) {
    List<Diagnostic> problems =
        answer.next() instanceof NextWindow.Unknown unknown ? unknown.problems() : List.of();
    return new WindowView(
        answer.environment(),
        answer.scope().tier(),
        answer.scope().rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        answer.from(),
        answer.duration().toString(),
        slot.answer(),
        slot.start(),
        slot.end(),
        slot.searchedUntil(),
        blocked.stream().map(BlockedView::of).toList(),
        problems.stream().map(Diagnostic::render).toList(),
        problems.stream().map(Problem::of).toList());
  }
}
