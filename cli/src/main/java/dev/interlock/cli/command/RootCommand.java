package dev.interlock.cli.command;

import dev.interlock.cli.terminal.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: what stands before any command. */
@Command(
    name = "interlock",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    description = "Decides whether a change may reach a running plant, and proves why.",
    footer = {
      "",
      "Exit codes: 0 good, 1 the answer is no, 2 bad usage or bad input,",
      "3 something outside failed (70: a mistake in the program).%n"
    })
final class RootCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Shows the version.")
  boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows where in the program a failure arose.")
  boolean debug;
}
