package dev.interlock.usecases.spool;

import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.PolicyTrail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parts of a finding that many don't have: what excuses it, and the policy it came by. */
final class ExceptionRecord {

  private final RepeatedTexts texts;

  ExceptionRecord(RepeatedTexts texts) {
    this.texts = texts;
  }

  void waiver(@Nullable AppliedWaiver waiver, RecordOutput out) {
    out.flag(waiver != null);
    if (waiver != null) {
      texts.write(waiver.name(), out);
      texts.write(waiver.owner(), out);
      texts.write(waiver.reason(), out);
      instant(waiver.expires(), out);
    }
  }

  @Nullable AppliedWaiver waiver(RecordInput in) {
    return in.flag()
        ? new AppliedWaiver(texts.read(in), texts.read(in), texts.read(in), instant(in))
        : null;
  }

  void policy(@Nullable PolicyTrail trail, RecordOutput out) {
    out.flag(trail != null);
    if (trail != null) {
      texts.writeOrNull(trail.assignment(), out);
      texts.writeOrNull(trail.initiative(), out);
      texts.write(trail.definition(), out);
      texts.writeOrNull(trail.reference(), out);
      out.flag(trail.enforced());
    }
  }

  @Nullable PolicyTrail policy(RecordInput in) {
    return in.flag()
        ? new PolicyTrail(
            texts.readOrNull(in),
            texts.readOrNull(in),
            texts.read(in),
            texts.readOrNull(in),
            in.flag())
        : null;
  }

  private static void instant(@Nullable Instant instant, RecordOutput out) {
    out.flag(instant != null);
    if (instant != null) {
      out.number(instant.getEpochSecond());
      out.number(instant.getNano());
    }
  }

  private static @Nullable Instant instant(RecordInput in) {
    return in.flag() ? Instant.ofEpochSecond(in.number(), in.number()) : null;
  }
}
