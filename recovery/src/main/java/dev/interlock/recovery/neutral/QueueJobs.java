package dev.interlock.recovery.neutral;

/** Jobs of the OCA queue: a runner would do them at once, with all they do outside. */
final class QueueJobs {

  static final Outlet OUTLET =
      new Outlet(
          "queue-jobs",
          "jobs of the queue wait to run",
          Measure.state(
              "queue_job", "cancelled", "pending", "enqueued", "started", "wait_dependencies"));

  private QueueJobs() {}
}
