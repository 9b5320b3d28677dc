package dev.interlock.recovery.neutral;

import java.util.List;

/** Scheduled jobs, also the one that removes files: it would do so in the folder it is given. */
final class Crons {

  static final Outlet OUTLET =
      new Outlet(
          "crons",
          "scheduled jobs are active",
          Measure.deactivate("ir_cron"),
          Measure.delete("ir_cron_trigger", List.of("call_at"), "true"));

  private Crons() {}
}
