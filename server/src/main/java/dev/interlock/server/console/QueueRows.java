package dev.interlock.server.console;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.QueuePage.Mark;
import dev.interlock.server.console.QueuePage.Row;
import dev.interlock.usecases.ListRegistered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A registered change as the queue shows it. */
final class QueueRows {

  private QueueRows() {}

  static Row of(ListRegistered.Row row) {
    RegisteredChange change = row.change();
    Judgement judged = row.judged();
    Judgement.Answer answer = judged == null ? null : judged.answer();
    return new Row(
        change.name(),
        change.version().title(),
        change.version().environment(),
        change.version().requester(),
        answer == null ? "" : answer.tier(),
        signal(change, answer),
        word(change, answer),
        contacts(answer),
        when(change, judged),
        judged == null ? "not judged yet" : "judged " + Moment.utc(judged.at()));
  }

  private static Signal signal(RegisteredChange change, Judgement.@Nullable Answer answer) {
    return answer == null || !change.open() ? Signal.UNKNOWN : Signal.ofOutcome(answer.outcome());
  }

  private static String word(RegisteredChange change, Judgement.@Nullable Answer answer) {
    if (!change.open()) {
      return change.state().word().toUpperCase(Locale.ROOT);
    }
    return answer == null ? "UNKNOWN" : answer.outcome().toUpperCase(Locale.ROOT);
  }

  private static List<Mark> contacts(Judgement.@Nullable Answer answer) {
    return answer == null
        ? List.of()
        : answer.contacts().entrySet().stream()
            .map(contact -> mark(contact.getKey(), contact.getValue(), answer))
            .toList();
  }

  private static Mark mark(String name, String state, Judgement.Answer answer) {
    return new Mark(name, Signal.ofState(state), answer.reasons().getOrDefault(name, ""));
  }

  private static String when(RegisteredChange change, @Nullable Judgement judged) {
    if (!change.open()) {
      return "since " + Moment.utc(change.changedAt());
    }
    if (judged == null || judged.answer() == null) {
      return judged == null || judged.problem() == null ? "" : judged.problem();
    }
    Judgement.Answer answer = judged.answer();
    return answer.outcome().equals("stop")
        ? notClosed(answer)
        : when(answer.outcome(), answer.expires(), answer.notBefore());
  }

  /** What stands in the way, by name. */
  private static String notClosed(Judgement.Answer answer) {
    return answer.contacts().entrySet().stream()
        .filter(contact -> Signal.ofState(contact.getValue()) != Signal.GOOD)
        .map(contact -> contact.getKey() + " " + contact.getValue())
        .collect(Collectors.joining(", "));
  }

  /** When the answer may change, in words. */
  static String when(String outcome, Instant expires, @Nullable Instant notBefore) {
    return switch (outcome) {
      case "go" -> "Go until " + Moment.utc(expires.truncatedTo(ChronoUnit.MINUTES));
      case "wait" -> notBefore == null ? "Waits for people" : "Not before " + Moment.utc(notBefore);
      default -> "Can't go as it is";
    };
  }
}
