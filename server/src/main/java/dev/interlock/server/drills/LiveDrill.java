package dev.interlock.server.drills;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RecoveryProgress;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the drill that runs here tells of itself; several threads tell. */
final class LiveDrill implements RecoveryProgress, Consumer<Checked> {

  private final InstantSource clock;
  private final Consumer<String> stages;
  private final AtomicReference<DrillProgress> progress = new AtomicReference<>(DrillProgress.NONE);

  /** Passes on each stage that begins. */
  LiveDrill(InstantSource clock, Consumer<String> stages) {
    this.clock = clock;
    this.stages = stages;
  }

  @Override
  public void begins(String stage) {
    var now = clock.instant();
    change(it -> new DrillProgress(stage, now, 0, 0, it.passed(), it.failed(), it.unsure()));
    stages.accept(stage);
  }

  @Override
  public void at(long done, long all) {
    change(it ->
        new DrillProgress(
            it.stage(), it.stageBegun(), done, all, it.passed(), it.failed(), it.unsure()));
  }

  @Override
  public void accept(Checked check) {
    int pass = check.outcome() == dev.interlock.evidence.Drill.Outcome.PASS ? 1 : 0;
    int fail = check.outcome() == dev.interlock.evidence.Drill.Outcome.FAIL ? 1 : 0;
    change(it ->
        new DrillProgress(
            it.stage(),
            it.stageBegun(),
            it.done(),
            it.total(),
            it.passed() + pass,
            it.failed() + fail,
            it.unsure() + 1 - pass - fail));
  }

  /** How far it is. */
  DrillProgress now() {
    return progress.get();
  }

  private void change(UnaryOperator<DrillProgress> how) {
    progress.updateAndGet(how);
  }
}
