package dev.interlock.cli.backup;

import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.GenerateSealingKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup keygen}: a key that backups are sealed with. */
@Command(
    name = "keygen",
    sortOptions = false,
    description = {
      "Makes a key that backups are sealed with.",
      "",
      "Keep it elsewhere than the backups, and keep a copy: without it they are lost."
    },
    footer = {"", "Examples:", "  interlock backup keygen --out seal.key%n"})
public final class BackupKeygenCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      required = true,
      description = "Where the key goes; must not exist.")
  private Path out = Path.of("");

  /** Runs with these streams. */
  public BackupKeygenCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    String fingerprint = new GenerateSealingKey().run(out);
    invocation.out().line(fingerprint);
    invocation.err().line("Wrote " + out + " (keep it secret, and not beside the backups)");
    return ExitCode.GOOD;
  }
}
