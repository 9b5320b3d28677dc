package dev.interlock.cli.recovery;

import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.RecoveryPlan;
import dev.interlock.recovery.RecoveryPlan.Gap;
import dev.interlock.recovery.RecoveryPlan.Prospect;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.io.PrintWriter;

/** A recovery plan for a terminal or a printer. */
final class PlanText {

  private static final int WIDTH = 76;

  private final RecoveryPlan plan;

  PlanText(RecoveryPlan plan) {
    this.plan = plan;
  }

  void write(PrintWriter out) {
    line(out, "Recovery plan: " + plan.displayName() + " (" + plan.environment() + ")");
    line(out, "  happened   " + plan.scenario().word() + happened());
    line(out, "  decides    " + plan.decides().words());
    line(out, "  signs off  " + plan.signsOff().words());
    var point = plan.choice().point();
    line(
        out,
        "  brings back "
            + (point == null
                ? "unknown: "
                : Moment.utc(point) + ", " + plan.choice().backup() + ": ")
            + plan.choice().why());
    line(out, "");
    plan.steps().forEach(step -> step(out, step));
    line(out, "");
    line(out, "Business processes");
    plan.processes().forEach(it -> process(out, it));
    line(out, "");
    line(out, plan.gaps().isEmpty() ? "Nothing is missing." : "Missing");
    plan.gaps().forEach(gap -> gap(out, gap));
    line(out, "Made " + Moment.utc(plan.made()) + "; print it, for this program may be gone too.");
  }

  private String happened() {
    var at = plan.happenedAt();
    return at == null ? ", nobody said when" : ", " + Moment.utc(at);
  }

  private static void step(PrintWriter out, Step step) {
    String after = PlanWords.after(step);
    line(
        out,
        "%2d  %s%s"
            .formatted(step.number(), step.title(), after.isEmpty() ? "" : "  (" + after + ")"));
    line(out, "    who: " + step.who().words());
    line(out, "    " + PlanWords.expected(step));
    step.details().forEach(detail -> wrapped(out, "    - ", "      ", detail));
  }

  private static void process(PrintWriter out, Prospect it) {
    wrapped(
        out,
        "  %-8s".formatted(PlanWords.state(it)),
        "          ",
        it.displayName() + ": " + PlanWords.prospect(it));
  }

  private static void gap(PrintWriter out, Gap gap) {
    wrapped(out, "  - ", "    ", gap.message() + " [" + gap.code() + "]");
    line(out, "    " + gap.where());
    wrapped(out, "    hint: ", "          ", gap.hint());
  }

  private static void wrapped(PrintWriter out, String first, String next, String text) {
    String begin = first;
    for (String line : Prose.wrap(text, WIDTH)) {
      line(out, begin + line);
      begin = next;
    }
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }
}
