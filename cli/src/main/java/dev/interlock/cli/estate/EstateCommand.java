package dev.interlock.cli.estate;

import picocli.CommandLine.Command;

/** {@code estate}: the declared intent. */
@Command(
    name = "estate",
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks an estate and prints the JSON Schemas of its documents.")
public final class EstateCommand {}
