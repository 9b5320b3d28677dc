package dev.interlock.cli.drill;

import dev.interlock.cli.output.Prose;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changed from one drill to another. */
final class DrillComparison {

  private final Drill before;
  private final Drill after;

  DrillComparison(Reviewed before, Reviewed after) {
    this.before = before.drill();
    this.after = after.drill();
  }

  void write(PrintWriter out) {
    line(out, "before  " + head(before));
    line(out, "after   " + head(after));
    each(out, "back after", lengths(before, Measured::rto), lengths(after, Measured::rto));
    each(out, "lost", lengths(before, Measured::rpo), lengths(after, Measured::rpo));
    each(out, "stage", stages(before), stages(after));
    checks(out);
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }

  private static String head(Drill drill) {
    return Moment.utc(drill.at())
        + "  "
        + drill.environment()
        + "  "
        + drill.backup()
        + "  "
        + DrillResult.verified(drill);
  }

  private static Map<String, Duration> lengths(Drill drill, Function<Measured, Duration> length) {
    Map<String, Duration> lengths = new LinkedHashMap<>();
    drill.processes().forEach(m -> lengths.put(m.process(), length.apply(m)));
    return lengths;
  }

  private static Map<String, Duration> stages(Drill drill) {
    Map<String, Duration> lengths = new LinkedHashMap<>();
    drill.stages().forEach((Stage s) -> lengths.merge(s.name(), s.length(), Duration::plus));
    return lengths;
  }

  private static void each(
      PrintWriter out, String what, Map<String, Duration> before, Map<String, Duration> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      line(
          out,
          "  "
              + name
              + ", "
              + what
              + ": "
              + words(before.get(name))
              + " -> "
              + words(after.get(name)));
    }
  }

  private static String words(@Nullable Duration length) {
    return length == null ? "not measured" : Durations.words(length);
  }

  private void checks(PrintWriter out) {
    Map<String, Checked> earlier = new LinkedHashMap<>();
    before.checks().forEach(check -> earlier.put(check.check(), check));
    for (Checked check : after.checks()) {
      Checked was = earlier.remove(check.check());
      if (was == null || was.outcome() != check.outcome()) {
        String then = was == null ? "not asked" : was.outcome().name();
        line(out, "  " + then + " -> " + DrillText.check(check).strip());
      }
    }
    earlier.values().forEach(was -> line(out, "  no longer asked: " + was.check()));
  }
}
