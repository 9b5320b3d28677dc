package dev.interlock.cli.drill;

import dev.interlock.cli.backup.StageProgress;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.Message;
import dev.interlock.cli.remote.Part;
import dev.interlock.cli.remote.RemoteCode;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.IOException;
import java.time.Duration;

/**
 * {@code drill run --server}: the server drills with what it has, and this program follows. A
 * server that is away for a moment is asked again: the drill may well go on.
 */
final class RemoteRun {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** So many answers in a row may fail: ten minutes. */
  private static final int FAILURES = 600;

  private final Invocation invocation;
  private final Api api;
  private final StageProgress progress;
  private String stage = "";

  private RemoteRun(Invocation invocation, Api api, StageProgress progress) {
    this.invocation = invocation;
    this.api = api;
    this.progress = progress;
  }

  static int start(String environment, ServerOption server, Invocation invocation)
      throws IOException {
    try (StageProgress progress = new StageProgress(invocation)) {
      return new RemoteRun(invocation, Api.open(server, invocation), progress).run(environment);
    }
  }

  private int run(String environment) {
    Part asked =
        api.send(
                "POST",
                "/drills",
                Message.of(json -> json.writeStringProperty("environment", environment)))
            .json();
    invocation.err().line("asked for; it goes on without this program, see " + api.page("/drills"));
    Part ended = followed(asked.text("id"));
    progress.ends();
    if (!ended.text("state").equals("done")) {
      throw new Fault(
          RemoteCode.DRILL_UNFINISHED.code(),
          "the server's drill did not come to its end: " + ended.text("note"));
    }
    return shown(ended, environment);
  }

  private Part followed(String id) {
    while (true) {
      Part at = asked("/drills/" + Api.escaped(id));
      switch (at.text("state")) {
        case "done", "failed", "cut-off" -> {
          return at;
        }
        default -> show(at.part("progress"));
      }
      pause();
    }
  }

  private Part asked(String path) {
    for (int failures = 0; ; failures++) {
      try {
        return api.get(path).json();
      } catch (Fault e) {
        if (failures == FAILURES) {
          throw e;
        }
        pause();
      }
    }
  }

  private void show(Part at) {
    String now = at.text("stage");
    if (!now.equals(stage)) {
      stage = now;
      progress.begins(now);
    }
    if (!now.isEmpty()) {
      progress.at(at.number("done"), at.number("total"));
    }
  }

  private int shown(Part ended, String environment) {
    Reviewed drill =
        RemoteDrills.at(api).all(environment).stream()
            .filter(it -> it.item().file().equals(ended.text("evidence")))
            .findFirst()
            .orElseThrow(() ->
                new Fault(
                    RemoteCode.DRILL_UNFINISHED.code(),
                    "the server has lost " + ended.text("note")));
    DrillText.write(drill, invocation.out().writer());
    if (!ended.text("note").isEmpty()) {
      invocation.err().line(Prose.safe(ended.text("note")));
    }
    return DrillResult.isGood(drill) ? ExitCode.GOOD : ExitCode.NO;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(
          RemoteCode.DRILL_UNFINISHED.code(), "interrupted; the server's drill goes on", e);
    }
  }
}
