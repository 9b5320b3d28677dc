package dev.interlock.server.api;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.usecases.ListRegistered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes as the API shows them. */
final class ChangeViews {

  private ChangeViews() {}

  /** A change in the list. */
  record ChangeSummary(
      String name,
      String title,
      String kind,
      String environment,
      String requester,
      String state,
      int version,
      String digest,
      Instant filedAt,
      Instant changedAt,
      @Nullable Judged judged) {

    static ChangeSummary of(ListRegistered.Row row) {
      return of(row.change(), Judged.of(row));
    }

    static ChangeSummary of(RegisteredChange change, @Nullable Judged judged) {
      return new ChangeSummary(
          change.name(),
          change.version().title(),
          change.version().kind(),
          change.version().environment(),
          change.version().requester(),
          change.state().word(),
          change.number(),
          change.version().digest(),
          change.filedAt(),
          change.changedAt(),
          judged);
    }
  }

  /** What the gate last said: a memory, not an answer. */
  record Judged(
      Instant at,
      boolean current,
      @Nullable String outcome,
      @Nullable String tier,
      @Nullable Instant notBefore,
      @Nullable Instant expires,
      Map<String, String> contacts,
      @Nullable String problem) {

    static @Nullable Judged of(ListRegistered.Row row) {
      Judgement judged = row.judged();
      if (judged == null) {
        return null;
      }
      Judgement.Answer answer = judged.answer();
      return answer == null
          ? new Judged(
              judged.at(), row.current(), null, null, null, null, Map.of(), judged.problem())
          : new Judged(
              judged.at(),
              row.current(),
              answer.outcome(),
              answer.tier(),
              answer.notBefore(),
              answer.expires(),
              answer.contacts(),
              null);
    }
  }

  /** A part of the list. */
  record ChangePage(List<ChangeSummary> items, @Nullable String next, int total) {}

  /** One change with all that happened to it. */
  record ChangeDetail(
      ChangeSummary change, String document, Map<String, String> files, List<Event> timeline) {

    static ChangeDetail of(RegisteredChange change) {
      return new ChangeDetail(
          ChangeSummary.of(change, null),
          change.version().document(),
          new TreeMap<>(change.version().files()),
          change.events().stream().map(Event::of).toList());
    }
  }

  /** Something that happened to a change. */
  record Event(
      long position,
      String kind,
      Instant at,
      String account,
      int version,
      Map<String, Object> details) {

    static Event of(RecordedEvent event) {
      return new Event(
          event.position(),
          event.says().word(),
          event.at(),
          event.account(),
          event.version(),
          details(event.says()));
    }

    private static Map<String, Object> details(RegisterEvent says) {
      return switch (says) {
        case RegisterEvent.Filed f ->
            Map.of("digest", f.version().digest(), "title", f.version().title());
        case RegisterEvent.Revised r ->
            Map.of("digest", r.version().digest(), "title", r.version().title());
        case RegisterEvent.EvidenceReceived e -> Map.of("kind", e.kind(), "sha256", e.sha256());
        case RegisterEvent.Decided d -> Map.of("outcome", d.outcome(), "entry", d.entry());
        case RegisterEvent.Withdrawn w -> Map.of("reason", w.reason());
        case RegisterEvent.CarriedOut c ->
            c.comment() == null ? Map.of() : Map.of("comment", c.comment());
      };
    }
  }
}
