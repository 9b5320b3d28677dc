package dev.interlock.server.console;

import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a change, in words. */
public final class Timeline {

  private Timeline() {}

  /**
   * Something that happened.
   *
   * @param at when, with zone
   * @param who did it
   * @param what was done
   * @param signal how it turned out
   * @param pack address of the pack of evidence; null where there is none
   */
  public record Happened(
      String at, String who, String what, Signal signal, @Nullable String pack) {}

  /** Everything that happened, newest first. */
  static List<Happened> of(RegisteredChange change) {
    return change.events().reversed().stream().map(event -> happened(change, event)).toList();
  }

  private static Happened happened(RegisteredChange change, RecordedEvent event) {
    RegisterEvent says = event.says();
    return new Happened(
        Moment.utc(event.at()), event.account(), what(event), signal(says), pack(change, event));
  }

  private static String what(RecordedEvent event) {
    return switch (event.says()) {
      case RegisterEvent.Filed _ -> "asked for it";
      case RegisterEvent.Revised _ ->
          "changed it: version " + event.version() + "; earlier answers count no more";
      case RegisterEvent.EvidenceReceived e ->
          e.kind().equals("approval")
              ? "answered version " + event.version()
              : "brought evidence: " + e.kind();
      case RegisterEvent.Decided d ->
          "asked the gate: " + d.outcome() + ", entry " + d.entry() + " of the ledger";
      case RegisterEvent.Withdrawn w -> "took it back: " + w.reason();
      case RegisterEvent.CarriedOut c ->
          c.comment() == null ? "carried it out" : "carried it out: " + c.comment();
    };
  }

  private static Signal signal(RegisterEvent says) {
    return says instanceof RegisterEvent.Decided decided
        ? Signal.ofOutcome(decided.outcome())
        : Signal.UNKNOWN;
  }

  private static @Nullable String pack(RegisteredChange change, RecordedEvent event) {
    return event.says() instanceof RegisterEvent.Decided
        ? "/api/v1/changes/" + change.name() + "/decisions/" + event.position() + "/pack"
        : null;
  }
}
