package dev.interlock.cli.recovery;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.OutputFolder;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.recovery.FallbackSheet;
import dev.interlock.recovery.RecoveryPlan.Gap;
import dev.interlock.usecases.MakeFallbackSheets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code recovery sheets}: how each plant works on by hand. */
@Command(
    name = "sheets",
    sortOptions = false,
    description = {
      "Writes, for each plant, the sheets by which people work on while the system stands still.",
      "There is a page for each process, as HTML to print and as text.",
      "",
      "Steps, forms, contacts and the day of the last trial come from the estate."
    },
    footer = {
      "",
      "Exit code 1 when a process has no steps, or its sheet was not tried for too long.",
      "",
      "Examples:",
      "  interlock recovery sheets --estate estate/ --out sheets/",
      "  interlock recovery sheets --estate estate/ --out sheets/ --plant linz%n"
    })
public final class RecoverySheetsCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      converter = OutputFolder.class,
      description = "Folder for the sheets; those of earlier are replaced.")
  private Path out = Path.of("");

  @Option(names = "--plant", paramLabel = "NAME", description = "Of this plant alone.")
  private @Nullable String plant;

  @Mixin private final AtOption at = new AtOption();

  /** Runs with these streams. */
  public RecoverySheetsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var made = new MakeFallbackSheets().run(estate.folder(), plant, at.or(invocation.clock()));
    made.sheets().forEach(this::write);
    made.gaps().forEach(this::say);
    return made.gaps().isEmpty() ? ExitCode.GOOD : ExitCode.NO;
  }

  private void write(String name, List<FallbackSheet> sheets) {
    ResultFile.write(out.resolve(name + ".html"), page -> SheetsHtml.write(sheets, page));
    ResultFile.write(out.resolve(name + ".txt"), text -> SheetsText.write(sheets, text));
    invocation
        .out()
        .line(Prose.safe(out.resolve(name + ".html") + "  " + Prose.count(sheets.size(), "sheet")));
  }

  private void say(Gap gap) {
    String message = gap.where() + ": warning: " + gap.message() + " [" + gap.code() + "]";
    invocation.err().line(Prose.safe(message));
    invocation.err().line(Prose.safe("  hint: " + gap.hint()));
  }
}
