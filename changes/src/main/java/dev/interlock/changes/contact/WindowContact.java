package dev.interlock.changes.contact;

import dev.interlock.changes.Closure;
import dev.interlock.changes.NextWindow;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.changes.WindowScope;
import dev.interlock.changes.Windows;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.finding.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every plant that the environment serves can spare the time, from now until the change is over, in
 * its own time zone. The change is over before its deadline.
 */
final class WindowContact implements ContactJudge {

  private static final Duration ONE_HOUR = Duration.ofHours(1);

  @Override
  public ContactName name() {
    return ContactName.WINDOW;
  }

  @Override
  public Judged judge(Question question) {
    RiskTier tier = question.tier().tier();
    if (tier == null) {
      return Judged.unknown(name(), "When it may happen depends on the tier, and there is none.");
    }
    Instant deadline = question.change().deadline();
    Instant latest = deadline == null ? null : deadline.minus(question.change().duration());
    if (deadline != null && latest != null && question.now().isAfter(latest)) {
      return Judged.open(
          name(),
          "It can't be over by its deadline, "
              + question.at(deadline)
              + ": it takes "
              + Words.length(question.change().duration())
              + ".");
    }
    Instant earliest = question.change().notBefore();
    if (earliest != null && earliest.isAfter(question.now())) {
      String lead = "The requester wants it no earlier than " + question.at(earliest) + ".";
      return next(question, tier, earliest, lead);
    }
    return atOnce(question, tier).until(latest);
  }

  private Judged atOnce(Question question, RiskTier tier) {
    Windows windows = windows(question);
    Duration length = question.change().duration();
    return switch (windows.at(question.now(), length, scope(question, tier))) {
      case WindowAnswer.Free _ -> free(question, tier, windows);
      case WindowAnswer.Unknown unknown -> unreadable(unknown.problems());
      case WindowAnswer.Closed closed -> closed(question, tier, closed.closures());
    };
  }

  private Judged free(Question question, RiskTier tier, Windows windows) {
    String reason =
        tier.window() == WindowRule.ANY
            ? "Changes of tier " + tier.name() + " may happen at any time."
            : "The next " + Words.length(question.change().duration()) + " are free.";
    return Judged.closed(name(), reason)
        .restingOn(windows.asked(scope(question, tier)))
        .until(lastStart(question, tier, windows, _ -> true));
  }

  /** The last start of the free time, as far as a decision of this tier can count. */
  private static Instant lastStart(
      Question question, RiskTier tier, Windows windows, Predicate<Closure> forbids) {
    Duration length = question.change().duration();
    Duration valid = tier.decisionValid() == null ? ONE_HOUR : tier.decisionValid();
    WindowAnswer ahead = windows.at(question.now(), valid.plus(length), scope(question, tier));
    Instant last = question.now().plus(valid);
    if (ahead instanceof WindowAnswer.Unknown) {
      return question.now();
    }
    if (ahead instanceof WindowAnswer.Closed closed) {
      for (Closure closure : closed.closures().stream().filter(forbids).toList()) {
        Instant start = closure.from().toInstant().minus(length);
        last = start.isBefore(last) ? start : last;
      }
    }
    return last.isBefore(question.now()) ? question.now() : last;
  }

  private Judged closed(Question question, RiskTier tier, List<Closure> closures) {
    boolean mayLift =
        tier.emergency() && closures.stream().allMatch(c -> c.kind() == Closure.Kind.FREEZE);
    List<Answer> lifting = mayLift ? FreezeLift.by(question) : List.of();
    if (!lifting.isEmpty()) {
      Instant last =
          lastStart(question, tier, windows(question), c -> c.kind() != Closure.Kind.FREEZE);
      return lifted(question, closures, lifting).until(last);
    }
    String lead = "Not now: " + closures.getFirst().sentence() + ".";
    Judged judged = next(question, tier, question.now(), lead);
    return mayLift && judged.contact().closesAt() != null
        ? judged.saying("In an emergency, somebody who approves it lifts the freeze.")
        : judged;
  }

  private Judged lifted(Question question, List<Closure> closures, List<Answer> lifting) {
    Answer first = lifting.getFirst();
    return Judged.closed(
            name(),
            question.surroundings().directory().describe(first.person())
                + " lifted for this emergency: "
                + closures.getFirst().sentence()
                + ".")
        .restingOn(first.stated())
        .restingOn(calendars(closures))
        .until(Answers.to(question).earliestExpiry(lifting));
  }

  private Judged next(Question question, RiskTier tier, Instant from, String lead) {
    Duration length = question.change().duration();
    Instant deadline = question.change().deadline();
    Duration within =
        deadline == null ? Windows.FARTHEST : Duration.between(from, deadline.minus(length));
    return switch (windows(question).next(from, length, scope(question, tier), within)) {
      case NextWindow.Found found -> {
        String when = " The next free " + Words.length(length) + " begin ";
        yield Judged.pendingUntil(
                name(), found.start(), lead + when + question.at(found.start()) + ".")
            .restingOn(calendars(found.blocked().stream().map(step -> step.because()).toList()));
      }
      case NextWindow.None none ->
          Judged.open(
                  name(),
                  lead
                      + " There is no free time of "
                      + Words.length(length)
                      + " before "
                      + question.at(none.searchedUntil().plus(length))
                      + ".")
              .restingOn(calendars(none.blocked().stream().map(step -> step.because()).toList()));
      case NextWindow.Unknown unknown -> unreadable(unknown.problems());
    };
  }

  private Judged unreadable(List<Diagnostic> problems) {
    Diagnostic first = problems.getFirst();
    String hint = first.hint() == null ? "" : " To close this: " + first.hint() + ".";
    String lead =
        first.code().equals(CalendarProblem.NO_WORKING_TIME.code())
            ? "When it may happen is not known ("
            : "A calendar can't be read (";
    return Judged.unknown(name(), lead + first.source() + ": " + first.message() + ")." + hint)
        .restingOn(problems.stream().map(p -> p.source().toString()).distinct().toList());
  }

  private static List<String> calendars(List<Closure> closures) {
    return closures.stream()
        .filter(c -> c.calendar() != null)
        .map(c -> "calendar " + c.calendar() + (c.plant() == null ? "" : " of " + c.plant()))
        .distinct()
        .toList();
  }

  private static Windows windows(Question question) {
    return question.surroundings().windows().apply(question.change().environment());
  }

  private static WindowScope scope(Question question, RiskTier tier) {
    return new WindowScope(tier.window(), tier.name(), Set.copyOf(question.services()));
  }
}
