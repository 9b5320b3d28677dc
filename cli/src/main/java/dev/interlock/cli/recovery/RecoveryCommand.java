package dev.interlock.cli.recovery;

import picocli.CommandLine.Command;

/** {@code recovery}: what people do when a site or a region is lost. */
@Command(
    name = "recovery",
    synopsisSubcommandLabel = "COMMAND",
    description = "What people do when a system, a site or a region is lost.")
public final class RecoveryCommand {}
