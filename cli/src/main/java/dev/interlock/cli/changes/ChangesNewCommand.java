package dev.interlock.cli.changes;

import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.DraftChange;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code changes new}: a commented change to fill in. */
@Command(
    name = "new",
    sortOptions = false,
    description = {
      "Begins a change: a commented YAML file to fill in and put to the gate.",
      "",
      "With an estate it lists the environments, services and persons to choose from. It names no"
          + " way back and one person for everything, so that nothing goes before it is filled in."
    },
    footer = {
      "",
      "Examples:",
      "  interlock changes new warehouse-modules --estate estate/ \\",
      "      --out changes/warehouse-modules.yaml",
      "  interlock changes new redis-8 --estate estate/ --environment staging%n"
    })
public final class ChangesNewCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "What is done, in words joined by hyphens.")
  private String name = "";

  @Option(names = "--estate", paramLabel = "DIR", description = "The estate that tells the names.")
  private @Nullable Path estate;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "The environment it alters; production when absent.")
  private @Nullable String environment;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Where the file goes; must not exist. To standard output when absent.")
  private @Nullable Path out;

  /** Runs with these streams. */
  public ChangesNewCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var request = new DraftChange.Request(name, estate, environment);
    DraftChange draft = new DraftChange();
    if (out == null) {
      invocation.out().writer().write(draft.text(request));
    } else {
      draft.write(request, out);
      invocation.out().line(out.toString());
      invocation.err().line("Fill it in, then ask: " + invocation.program() + " gate --help");
    }
    return ExitCode.GOOD;
  }
}
