package dev.interlock.cli.window;

import picocli.CommandLine.Command;

/** {@code window}: when an environment may be changed. */
@Command(
    name = "window",
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds when an environment may be changed.")
public final class WindowCommand {}
