package dev.interlock.server.console;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.estate.Waiver;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Moment;
import dev.interlock.finding.Verdict;
import dev.interlock.server.console.FindingsPage.Granted;
import dev.interlock.server.console.FindingsPage.Group;
import dev.interlock.server.console.FindingsPage.Item;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ListRegistered;
import dev.interlock.usecases.ReadFiled;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Findings on the changes in the queue, with the lines they point at, and waivers. */
@Controller
class FindingsController {

  private static final Duration SOON = Duration.ofDays(30);
  private static final int PART = 10;
  private static final int MOST_SHOWN = 50;
  private static final ListRegistered.Filter OPEN =
      new ListRegistered.Filter("open", null, null, null, null, null);

  private final Queue queue;
  private final KnownFindings known;
  private final ReadFiled files;
  private final CurrentEstate estate;
  private final Shells shells;
  private final InstantSource clock;

  FindingsController(
      Queue queue,
      KnownFindings known,
      ChangeBook book,
      CurrentEstate estate,
      Shells shells,
      InstantSource clock) {
    this.queue = queue;
    this.known = known;
    this.files = new ReadFiled(book);
    this.estate = estate;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/findings")
  ModelAndView findings(
      @RequestParam(required = false) @Nullable String after, HttpServletRequest request) {
    Instant now = clock.instant();
    ListRegistered.Page part = queue.list(OPEN, after, PART);
    List<Group> groups = part.rows().stream().flatMap(row -> group(row.change(), now)).toList();
    FindingsPage page =
        new FindingsPage(
            shells.of("Findings", "/findings", request),
            groups,
            part.next() == null ? null : "/findings?after=" + part.next(),
            waivers(now));
    return new ModelAndView("findings", "page", page);
  }

  private Stream<Group> group(RegisteredChange change, Instant now) {
    List<Finding> found = known.of(change, now);
    if (found.isEmpty()) {
      return Stream.empty();
    }
    FiledTexts texts = new FiledTexts(files, change.name());
    List<Item> items =
        found.stream().limit(MOST_SHOWN).map(finding -> item(finding, texts)).toList();
    return Stream.of(new Group(change.name(), change.version().title(), items, found.size()));
  }

  private static Item item(Finding finding, FiledTexts texts) {
    AppliedWaiver waiver = finding.waiver();
    return new Item(
        signal(finding),
        finding.severity().name().toLowerCase(Locale.ROOT),
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
                + " until "
                + Moment.utc(waiver.expires())
                + ": "
                + waiver.reason());
  }

  private static Signal signal(Finding finding) {
    if (finding.waiver() != null) {
      return Signal.WAIT;
    }
    return finding.verdict() instanceof Verdict.Fail ? Signal.BAD : Signal.UNKNOWN;
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
