package dev.interlock.recovery;

import dev.interlock.recovery.RecoveryPlan.Contact;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one plant goes on with one business process while the system stands still.
 *
 * @param plant its name
 * @param plantName as people know it
 * @param process its name
 * @param processName as people know it
 * @param fallback the same in a sentence; null when the estate does not say
 * @param steps what people do, in order
 * @param forms what lies ready, and where
 * @param afterwards how work done by hand gets into the system
 * @param rto how long it may last
 * @param data what the process can't do without
 * @param contacts whom to call, each with the duty
 * @param reviewedOn when somebody last tried it, a day in the plant's time; null when nobody did
 * @param dueOn when it must be tried again at the latest; null when nobody ever did
 * @param overdue true when that day is over, or nobody ever tried
 */
public record FallbackSheet(
    String plant,
    String plantName,
    String process,
    String processName,
    @Nullable String fallback,
    List<String> steps,
    List<String> forms,
    List<String> afterwards,
    Duration rto,
    List<String> data,
    List<Duty> contacts,
    @Nullable LocalDate reviewedOn,
    @Nullable LocalDate dueOn,
    boolean overdue) {

  public FallbackSheet {
    steps = List.copyOf(steps);
    forms = List.copyOf(forms);
    afterwards = List.copyOf(afterwards);
    data = List.copyOf(data);
    contacts = List.copyOf(contacts);
  }

  /** Whom to call for what. */
  public record Duty(String what, Contact who) {}
}
