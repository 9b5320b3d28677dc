package dev.interlock.cli.controls;

import picocli.CommandLine.Command;

/** {@code controls}: the guardrails there are. */
@Command(
    name = "controls",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows the shipped and own controls and begins new ones.")
public final class ControlsCommand {}
