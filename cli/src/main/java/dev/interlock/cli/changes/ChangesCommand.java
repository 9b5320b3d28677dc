package dev.interlock.cli.changes;

import picocli.CommandLine.Command;

/** {@code changes}: what is to be put to the gate. */
@Command(
    name = "changes",
    synopsisSubcommandLabel = "COMMAND",
    description = "Begins changes to put to the gate.")
public final class ChangesCommand {}
