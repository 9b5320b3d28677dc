package dev.interlock.cli.drill;

import dev.interlock.changes.Standing;
import dev.interlock.cli.output.Prose;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A drill for people: bad news first. */
final class DrillText {

  private static final int BAR = 30;
  private static final int NAME = 12;

  private final Drill drill;
  private final List<Objective> objectives;

  DrillText(Drill drill, List<Objective> objectives) {
    this.drill = drill;
    this.objectives = List.copyOf(objectives);
  }

  /** A drill that was read, with whether it counts. */
  static void write(Reviewed shown, PrintWriter out) {
    DrillText text = new DrillText(shown.drill(), shown.objectives());
    text.summary(out);
    line(out, "  evidence  " + standing(shown));
    text.checks(out);
  }

  /** The result without the checks. */
  void summary(PrintWriter out) {
    line(out, "Drill of " + drill.environment() + ", " + Moment.utc(drill.at()));
    line(out, "  backup    " + drill.backup());
    line(out, "  result    " + DrillResult.verified(drill) + ", " + DrillResult.kept(objectives));
    objectives.forEach(objective -> line(out, "  " + objective(objective)));
    stages(out);
  }

  private void checks(PrintWriter out) {
    drill.checks().stream()
        .sorted(Comparator.comparingInt(DrillText::rank))
        .forEach(check -> line(out, "  " + check(check)));
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }

  private static String standing(Reviewed shown) {
    return switch (shown.item().standing()) {
      case Standing.Trusted(String key, _) -> "counts, signed by key " + key;
      case Standing.Untrusted(var _, String message, var _) -> "does not count: " + message;
    };
  }

  /** What was measured beside what was promised. */
  static String objective(Objective objective) {
    String name =
        objective.state().name().toLowerCase(Locale.ROOT) + "  " + objective.displayName();
    var measured = objective.measured();
    if (measured == null) {
      return name + ": not measured";
    }
    return name
        + ": back after "
        + Durations.words(measured.rto())
        + " of "
        + Durations.words(objective.rto())
        + ", lost "
        + Durations.words(measured.rpo())
        + " of "
        + Durations.words(objective.rpo());
  }

  private void stages(PrintWriter out) {
    Duration longest =
        drill.stages().stream()
            .map(Stage::length)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    drill.stages().forEach(stage -> line(out, "  " + bar(stage, longest)));
  }

  private static String bar(Stage stage, Duration longest) {
    long millis = Math.max(1, longest.toMillis());
    int length = (int) Math.max(1, stage.length().toMillis() * BAR / millis);
    return String.format(Locale.ROOT, "%-" + NAME + "s", stage.name())
        + "#".repeat(length)
        + " "
        + words(stage.length());
  }

  private static String words(Duration length) {
    return length.toSeconds() == 0 ? length.toMillis() + " ms" : Durations.words(length);
  }

  private static int rank(Checked check) {
    return switch (check.outcome()) {
      case FAIL -> 0;
      case UNKNOWN -> 1;
      case PASS -> 2;
    };
  }

  static String check(Checked check) {
    return word(check.outcome()) + "  " + check.check() + ": " + check.message();
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "pass   ";
      case FAIL -> "FAIL   ";
      case UNKNOWN -> "UNKNOWN";
    };
  }
}
