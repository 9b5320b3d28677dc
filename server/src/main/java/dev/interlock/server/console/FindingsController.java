package dev.interlock.server.console;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.estate.Waiver;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.FindingsPage.Granted;
import dev.interlock.server.console.FindingsPage.Group;
import dev.interlock.server.console.FindingsPage.Item;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.findings.FindingFilter.Words;
import dev.interlock.server.findings.FindingState;
import dev.interlock.server.findings.FindingsPart;
import dev.interlock.server.findings.ListFindings;
import dev.interlock.server.findings.WaiverEnd;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ReadFiled;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Findings on the changes in the queue, with the lines they point at, and waivers. */
@Controller
class FindingsController {

  private static final Duration SOON = Duration.ofDays(30);
  private static final int PART = 25;

  private final ListFindings list;
  private final ReadFiled files;
  private final CurrentEstate estate;
  private final Shells shells;
  private final InstantSource clock;

  FindingsController(
      ListFindings list,
      ChangeBook book,
      CurrentEstate estate,
      Shells shells,
      InstantSource clock) {
    this.list = list;
    this.files = new ReadFiled(book);
    this.estate = estate;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/findings")
  ModelAndView findings(
      Words wanted,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request) {
    Instant now = clock.instant();
    FindingsPart part = list.run(wanted.filter(), after, PART, now);
    FindingsPage page =
        new FindingsPage(
            shells.of("Findings", "/findings", request),
            FindingChoices.of(wanted, part, estate.state().loaded().estate()),
            FindingNumbers.of(part, wanted.any()),
            groups(part),
            part.next() == null ? null : FindingChoices.address(wanted) + "after=" + part.next(),
            waivers(now));
    return new ModelAndView("findings", "page", page);
  }

  private List<Group> groups(FindingsPart part) {
    Map<RegisteredChange, List<Finding>> byChange = new LinkedHashMap<>();
    part.found()
        .forEach(found ->
            byChange.computeIfAbsent(found.change(), _ -> new ArrayList<>()).add(found.finding()));
    return byChange.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList();
  }

  private Group group(RegisteredChange change, List<Finding> found) {
    FiledTexts texts = new FiledTexts(files, change.name());
    return new Group(
        change.name(),
        change.version().title(),
        change.version().environment(),
        found.stream().map(finding -> item(finding, texts)).toList());
  }

  private static Item item(Finding finding, FiledTexts texts) {
    AppliedWaiver waiver = finding.waiver();
    return new Item(
        signal(finding),
        finding.severity().word(),
        FindingState.of(finding).word(),
        finding.control(),
        finding.title(),
        finding.subject().type() + " " + finding.subject().name(),
        finding.message(),
        finding.remediation(),
        finding.source().toString(),
        Excerpt.of(finding.source(), texts.of(finding.source().file())),
        waiver == null
            ? ""
            : "Waived by "
                + waiver.owner()
                + (waiver.expires() == null
                    ? " without an end"
                    : " until " + Moment.utc(waiver.expires()))
                + ": "
                + waiver.reason());
  }

  private static Signal signal(Finding finding) {
    return switch (FindingState.of(finding)) {
      case VIOLATED -> Signal.BAD;
      case UNKNOWN -> Signal.UNKNOWN;
      case WAIVED -> Signal.WAIT;
    };
  }

  private List<Granted> waivers(Instant now) {
    Map<String, Waiver> all = estate.state().loaded().estate().all(Waiver.class);
    return all.entrySet().stream()
        .sorted(Comparator.comparing(e -> WaiverEnd.of(e.getValue())))
        .map(e -> granted(e.getKey(), e.getValue(), now))
        .toList();
  }

  private static Granted granted(String name, Waiver waiver, Instant now) {
    Duration left = Duration.between(now, WaiverEnd.of(waiver));
    boolean over = left.isNegative() || left.isZero();
    Signal signal = over ? Signal.BAD : left.compareTo(SOON) < 0 ? Signal.WAIT : Signal.GOOD;
    return new Granted(
        name,
        waiver.control(),
        waiver.owner(),
        waiver.reason(),
        over
            ? "ended " + Moment.utc(WaiverEnd.of(waiver)) + "; it hides nothing any more"
            : Durations.words(Duration.ofHours(left.toHours()))
                + " left, until "
                + Moment.utc(WaiverEnd.of(waiver)),
        signal);
  }
}
