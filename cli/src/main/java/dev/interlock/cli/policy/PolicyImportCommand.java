package dev.interlock.cli.policy;

import dev.interlock.cli.options.OutputFolder;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Diagnostic;
import dev.interlock.usecases.ImportPolicies;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policy import}. */
@Command(
    name = "import",
    sortOptions = false,
    description = "Brings assignments, and the definitions that they name, into a folder.",
    footer = {
      "",
      "Sources are what az policy assignment|definition|set-definition|exemption list",
      "printed, folders of policies in any layout, a clone of",
      "Azure/azure-policy on GitHub, or a ZIP archive of one. Without assignments",
      "everything is brought in.",
      "",
      "Exit code 1 when a definition that is named was in none of the sources.",
      "",
      "Examples:",
      "  az policy assignment list --disable-scope-strict-match > assignments.json",
      "  az policy definition list > definitions.json",
      "  interlock policy import --from assignments.json --from definitions.json \\",
      "      --out estate/policies%n"
    })
public final class PolicyImportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--from",
      paramLabel = "PATH",
      required = true,
      description = "Files, folders and ZIP archives. May be repeated.")
  private List<Path> from = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      converter = OutputFolder.class,
      description = "The folder; what it holds already is counted as given.")
  private Path out = Path.of("");

  @Option(names = "--all", description = "Everything, not only what assignments name.")
  private boolean all;

  /** Runs with these streams. */
  public PolicyImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ImportPolicies.Report report = new ImportPolicies().run(from, out, all);
    report.diagnostics().stream().filter(Diagnostic::isError).forEach(invocation.err()::problem);
    PrintWriter writer = invocation.out().writer();
    report.written().forEach(file -> writer.println("written  " + Prose.safe(file)));
    writer.println(
        Prose.count(report.written().size(), "file")
            + " written, "
            + report.kept().size()
            + " there already");
    report.missing().forEach(id -> writer.println("missing  " + Prose.safe(id)));
    whereFrom(report.missing(), writer);
    return report.missing().isEmpty() ? ExitCode.GOOD : ExitCode.NO;
  }

  /**
   * Says where what is missing can be had: Microsoft publishes its own, companies export theirs.
   */
  private static void whereFrom(List<String> missing, PrintWriter writer) {
    long own = missing.stream().filter(PolicyImportCommand::isMicrosofts).count();
    if (own > 0) {
      writer.println("  Microsoft's own are in a clone of github.com/Azure/azure-policy: --from");
      writer.println("  the clone, or its archive");
    }
    if (own < missing.size()) {
      writer.println("  a company's own: --from what az policy definition list and az policy");
      writer.println("  set-definition list print, at the management group that has them");
    }
  }

  private static boolean isMicrosofts(String id) {
    return id.toLowerCase(Locale.ROOT).startsWith("/providers/microsoft.authorization/");
  }
}
