package dev.interlock.cli.recovery;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.GameDay;
import dev.interlock.evidence.GameDay.Action;
import dev.interlock.evidence.GameDay.Done;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.usecases.ReviewGameDays;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code recovery game-days}: rehearsals, what was learnt, and what is not done yet. */
@Command(
    name = "game-days",
    sortOptions = false,
    description = {
      "Lists rehearsals of disasters, newest first: what was done when, what was learnt, and",
      "which actions are open or overdue."
    },
    footer = {
      "",
      "A game day is written with evidence new game-day, filled in by hand while it happens, and",
      "signed by the person who led it. Exit code 1 when an action is overdue.",
      "",
      "Examples:",
      "  interlock evidence new game-day --estate estate/ --out today.yaml",
      "  interlock evidence sign today.yaml --kind game-day --key me.key --out day.json",
      "  interlock recovery game-days evidence/ --estate estate/%n"
    })
public final class RecoveryGameDaysCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "DIR",
      description = "Signed evidence: .json, .dsse, .intoto and .jsonl files.")
  private Path folder = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Mixin private final AtOption at = new AtOption();

  /** Runs with these streams. */
  public RecoveryGameDaysCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var listing = new ReviewGameDays().run(folder, estate.folder(), at.or(invocation.clock()));
    listing.days().forEach(day -> write(day, listing));
    invocation.out().line(Prose.count(listing.days().size(), "game day"));
    listing.overdue().forEach(invocation.err()::problem);
    return listing.overdue().isEmpty() ? ExitCode.GOOD : ExitCode.NO;
  }

  private void write(ReviewGameDays.Held day, ReviewGameDays.Listing listing) {
    GameDay says = day.says();
    line(
        Moment.utc(says.begun())
            + "  "
            + says.environment()
            + "  "
            + says.scenario()
            + "  "
            + (says.succeeded() ? "succeeded" : "NOT SUCCEEDED")
            + "  "
            + day.file());
    if (!day.doubt().isEmpty()) {
      line("  does not count: " + day.doubt());
    }
    says.timeline().forEach(done -> line("  " + done(done, says.begun())));
    says.lessons().forEach(lesson -> line("  learnt: " + lesson));
    says.actions().forEach(action -> line("  " + action(action, listing)));
  }

  /** After how long it was begun, as the clock of the objectives counts. */
  private static String done(Done done, Instant declared) {
    Instant ended = done.ended();
    return "after "
        + Durations.words(Duration.between(declared, done.begun()))
        + ": "
        + done.what()
        + ", "
        + done.who()
        + (ended == null
            ? ", given up"
            : ", lasted " + Durations.words(Duration.between(done.begun(), ended)));
  }

  private static String action(Action action, ReviewGameDays.Listing listing) {
    String state =
        action.doneOn() != null
            ? "done    "
            : action.isOverdue(listing.today()) ? "OVERDUE " : "open    ";
    return state + action.what() + ", " + action.owner() + ", due " + action.due();
  }

  private void line(String text) {
    invocation.out().line(Prose.safe(text));
  }
}
