package dev.interlock.cli.command;

import picocli.CommandLine.Command;

/** {@code estate}: the declared intent. */
@Command(
    name = "estate",
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks an estate and prints the JSON Schemas of its documents.")
final class EstateCommand {}
