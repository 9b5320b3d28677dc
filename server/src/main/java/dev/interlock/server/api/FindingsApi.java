package dev.interlock.server.api;

import dev.interlock.server.findings.FindingFilter;
import dev.interlock.server.findings.FindingState;
import dev.interlock.server.findings.FindingsPart;
import dev.interlock.server.findings.ListFindings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What guardrails found on the changes in the queue. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingsApi {

  private static final int MOST = 500;

  private final ApiBasis basis;
  private final ListFindings list;

  FindingsApi(ApiBasis basis, ListFindings list) {
    this.basis = basis;
    this.list = list;
  }

  /** A finding, where it was found and what it comes to: violated, unknown or waived. */
  record FoundView(String change, String environment, String state, CheckFinding finding) {

    static FoundView of(FindingsPart.Found found) {
      return new FoundView(
          found.change().name(),
          found.change().version().environment(),
          FindingState.of(found.finding()).word(),
          CheckFinding.of(found.finding()));
    }
  }

  /**
   * A part of the list.
   *
   * @param next asks for the part that follows; null at the end
   * @param total how many pass the filter
   * @param all how many there are without a filter
   * @param unchecked changes that were not looked at yet: what is wrong with them is unknown
   */
  record FindingsView(
      List<FoundView> findings, @Nullable String next, long total, long all, int unchecked) {}

  @GetMapping
  FindingsView findings(
      FindingFilter.Words wanted,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    FindingsPart part = list.run(wanted.filter(), cursor, Math.clamp(limit, 1, MOST), basis.now());
    return new FindingsView(
        part.found().stream().map(FoundView::of).toList(),
        part.next(),
        part.total(),
        part.all(),
        part.unchecked());
  }
}
