package dev.interlock.cli.drill;

import dev.interlock.cli.backup.StageProgress;
import dev.interlock.cli.backup.StoreOption;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.DrillCatalogue;
import dev.interlock.usecases.RunDrill;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drill run}: a real restore, verified and measured. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Restores a backup into an isolated place, and proves whether people could work again.",
      "",
      "It is verified as a database, as Odoo and as a business; how long each process stood still",
      "and how much work it lost is measured. Then the place is removed, and what was found is",
      "signed.",
      "",
      "The place has a PostgreSQL of its own on this machine alone, and nothing in it can reach",
      "anybody: mail, payments, jobs and keys of the restored Odoo are closed.",
      "",
      "With --server, the server drills at once with what it has, and this program follows."
    },
    footer = {
      "",
      "Needs the tools of PostgreSQL, of the saved server's version or newer.",
      "With --pgbackrest or --barman that tool restores the server, to a moment or to the end",
      "of its log; without --from, files of attachments stay unknown.",
      "Exit code 1 when anything was not verified or an objective was not kept.",
      "",
      "Examples:",
      "  interlock drill run --estate estate/ --environment core-production \\",
      "      --from /backups --seal-key seal.key --key drills.key --out drill.json",
      "  interlock drill run --estate estate/ --environment core-production \\",
      "      --pgbackrest erp --database erp --from /backups --seal-key seal.key \\",
      "      --key drills.key --out drill.json",
      "  interlock drill run --server https://interlock.example.com \\",
      "      --environment core-production%n"
    })
public final class DrillRunCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment whose backup is restored.")
  private String environment = "";

  @Mixin private final HereOptions here = new HereOptions();

  @Mixin private final RecordOptions ledger = new RecordOptions();

  @Mixin private final StoreOption options = new StoreOption();

  @Mixin private final ServerOption server = new ServerOption();

  /** Runs with these streams. */
  public DrillRunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (server.named()) {
      here.requireNothing();
      return RemoteRun.start(environment, server, invocation);
    }
    here.requireAll();
    try (StageProgress progress = new StageProgress(invocation)) {
      ShownDrill shown = new ShownDrill(invocation, progress);
      var drilled = here.ofTool() ? ofTool(progress, shown) : ofStore(progress, shown);
      return shown.end(drilled, here.key(), here.out(), ledger);
    }
  }

  private RunDrill.Drilled ofStore(StageProgress progress, ShownDrill shown) {
    return new RunDrill(invocation.clock(), progress, shown::check)
        .run(here.request(environment, options.sealingKey(), options.jobs()));
  }

  private RunDrill.Drilled ofTool(StageProgress progress, ShownDrill shown) {
    return new DrillCatalogue(invocation.clock(), progress, shown::check)
        .run(here.requestOfTool(environment, options.sealingKey(), options.jobs()));
  }
}
