package dev.interlock.server.api;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.NextWindow;
import dev.interlock.finding.Diagnostic;
import dev.interlock.usecases.FindWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  private final ApiBasis basis;

  WindowsApi(ApiBasis basis) {
    this.basis = basis;
  }

  /**
   * The earliest slot.
   *
   * @param answer found, none or unknown
   * @param blocked why no earlier start will do
   * @param problems why nobody knows
   */
  record WindowView(
      String environment,
      @Nullable String tier,
      Instant from,
      String answer,
      @Nullable Instant start,
      @Nullable Instant end,
      List<BlockedView> blocked,
      List<String> problems) {}

  /** Starts that will not do, and why. */
  record BlockedView(Instant from, Instant until, String because) {

    static BlockedView of(BlockedStarts blocked) {
      return new BlockedView(blocked.from(), blocked.until(), blocked.because().sentence());
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
                new FindWindow.Request(
                    basis.estate().folder(), environment, duration, tier, service),
                start);
    return view(answer);
  }

  private static WindowView view(FindWindow.Answer answer) {
    return switch (answer.next()) {
      case NextWindow.Found found ->
          view(answer, "found", found.start(), found.end(), found.blocked(), List.of());
      case NextWindow.None none -> view(answer, "none", null, null, none.blocked(), List.of());
      case NextWindow.Unknown unknown ->
          view(answer, "unknown", null, null, List.of(), unknown.problems());
    };
  }

  private static WindowView view(
      FindWindow.Answer answer,
      String word,
      @Nullable Instant start,
      @Nullable Instant end,
      List<BlockedStarts> blocked,
      List<Diagnostic> problems) {
    return new WindowView(
        answer.environment(),
        answer.scope().tier(),
        answer.from(),
        word,
        start,
        end,
        blocked.stream().map(BlockedView::of).toList(),
        problems.stream().map(Diagnostic::render).toList());
  }
}
