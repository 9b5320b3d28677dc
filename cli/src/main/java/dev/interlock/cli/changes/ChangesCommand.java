package dev.interlock.cli.changes;

import picocli.CommandLine.Command;

/** {@code changes}: what is put to the gate. */
@Command(
    name = "changes",
    synopsisSubcommandLabel = "COMMAND",
    description = "Begins changes to put to the gate, and shows those that a server has.")
public final class ChangesCommand {}
