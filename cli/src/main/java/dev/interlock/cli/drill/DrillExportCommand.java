package dev.interlock.cli.drill;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ExportDrill;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drill export}: a drill as evidence for somebody who has nothing of ours. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Packs a drill as evidence that anybody can verify without us.",
      "",
      "The pack holds the signed drill, the manifest of the backup, what the processes were",
      "promised, public keys, and the proof that a ledger holds the drill.",
      "",
      "The key signs the digests of all files. ledger verify reads the pack anywhere, without",
      "network, and says who signed, what was proven and which objectives were kept."
    },
    footer = {
      "",
      "Examples:",
      "  interlock drill export drill.json --estate estate/ --from /backups \\",
      "      --ledger drills.ledger --key drills.key --out drill.zip",
      "  interlock ledger verify drill.zip --key drills.key.pub%n"
    })
public final class DrillExportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Signed evidence of a drill.")
  private Path drill = Path.of("");

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "The store that the backup lies in; its manifest is left out when absent.")
  private @Nullable Path store;

  @Option(
      names = "--ledger",
      paramLabel = "LEDGER",
      converter = InputFile.class,
      description = "The ledger that the drill was recorded in, for the proof.")
  private @Nullable Path ledger;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      converter = InputFile.class,
      description = "The private key that signs the digests of all files.")
  private Path key = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      converter = OutputFile.class,
      description = "The pack to write, a ZIP; must not exist.")
  private Path out = Path.of("");

  /** Runs with these streams. */
  public DrillExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var request = new ExportDrill.Request(drill, estate.folder(), store, ledger, key, out);
    List<String> files = new ExportDrill(invocation.clock()).run(request);
    invocation
        .out()
        .line(Prose.safe("Packed " + Prose.count(files.size(), "file") + " into " + out));
    invocation
        .err()
        .line(
            Prose.safe(
                "verify it anywhere: "
                    + invocation.program()
                    + " ledger verify "
                    + out
                    + " --key FILE.pub"));
    return ExitCode.GOOD;
  }
}
