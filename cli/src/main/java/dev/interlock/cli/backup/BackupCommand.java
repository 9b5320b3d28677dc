package dev.interlock.cli.backup;

import picocli.CommandLine.Command;

/** {@code backup}: backups that know Odoo. */
@Command(
    name = "backup",
    synopsisSubcommandLabel = "COMMAND",
    description = "Backups of an Odoo: the database, then the files that it spoke of.")
public final class BackupCommand {}
