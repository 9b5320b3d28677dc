package dev.interlock.cli.evidence;

import picocli.CommandLine.Command;

/** {@code evidence}: what decisions rest on. */
@Command(
    name = "evidence",
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes keys, signs and sends evidence, and shows what counts.")
public final class EvidenceCommand {}
