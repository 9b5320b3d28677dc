package dev.interlock.cli.drill;

import picocli.CommandLine.Command;

/** {@code drill}: restore drills. */
@Command(
    name = "drill",
    synopsisSubcommandLabel = "COMMAND",
    description = "Restores backups into an isolated place, and tells what was proven.")
public final class DrillCommand {}
