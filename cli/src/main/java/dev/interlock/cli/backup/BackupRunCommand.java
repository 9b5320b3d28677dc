package dev.interlock.cli.backup;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.recovery.DumpFormat;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.usecases.RunBackup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backup run}: saves an Odoo. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Saves an Odoo while it runs: its database as it is at one moment, then its files.",
      "The files are those that the database speaks of at that moment; Odoo's removal of files",
      "waits meanwhile.",
      "",
      "A signed manifest keeps what every table held, for drills to compare with."
    },
    footer = {
      "",
      "Needs pg_dump or, for base-backup-and-wal without --data, pg_basebackup, of the server's",
      "version or newer. Exit code 1 when files that the database speaks of were missing or",
      "damaged: they are named, the rest is saved.",
      "It is 1 too when something around the database could not be saved, or the estate does",
      "not trust the key.",
      "With --method pgbackrest or barman, that tool makes the backup by its own settings and",
      "keeps it. Exit code 1 when the plan of the estate is not kept by it, or it lacks log.",
      "",
      "Examples:",
      "  interlock backup run --estate estate/ --environment core-production \\",
      "      --database postgresql://odoo@db.example:5432/erp --password-file pw \\",
      "      --filestore /var/lib/odoo/filestore/erp --to /backups --key backups.key",
      "  interlock backup run --estate estate/ --environment core-production \\",
      "      --method pgbackrest --pgbackrest erp%n"
    })
public final class BackupRunCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final EstateOption estate = new EstateOption();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment that it is.")
  private String environment = "";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "How the database is copied: pg-dump when absent; base-backup-and-wal for the whole"
              + " server, to be brought to any moment; file-copy for new files alone, between two of"
              + " those; pgbackrest or barman to let that tool make and keep the backup.")
  private String method = TakeBackup.METHOD;

  @Option(
      names = "--dump-format",
      paramLabel = "FORMAT",
      description =
          "For pg-dump: custom for one stream, the default; directory to dump as many tables at a"
              + " time as --jobs says. That needs as much room as the dump until it is stored, see"
              + " --place.")
  private @Nullable DumpFormat dumpFormat;

  @Option(
      names = "--place",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description =
          "Where a dump in directory format lies, not sealed, until it is stored; the folder for"
              + " temporary files when absent.")
  private @Nullable Path place;

  @Mixin private final ToolOptions tool = new ToolOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description =
          "The server's data directory, where it can be read here; for base-backup-and-wal. Without"
              + " it pg_basebackup fetches the copy from the server.")
  private @Nullable Path data;

  @Option(
      names = "--wal",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description =
          "Folder that the server archives its log to; for base-backup-and-wal. Not needed where"
              + " the log is shipped by itself, see backup wal.")
  private @Nullable Path archive;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "The database, as postgresql://user@host:port/name. Needed, as --filestore, --to and"
              + " --key are, unless another tool makes the backup.")
  private @Nullable String database;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "File with the password in its first line.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--filestore",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Folder of this database's files.")
  private @Nullable Path filestore;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description =
          "The store: a folder, s3://bucket/prefix, or the address of a container of Azure.")
  private @Nullable Path store;

  @Option(names = "--new-store", description = "Makes the folder a store when it is none yet.")
  private boolean newStore;

  @Option(
      names = "--canary",
      description =
          "Plants an attachment of its own first, which every drill of this backup must find again:"
              + " it writes one row into ir_attachment and one file.")
  private boolean canary;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "The private key that signs the manifest.")
  private @Nullable Path key;

  @Mixin private final StoreOption options = new StoreOption();

  @Mixin private final SurroundingsOption surroundings = new SurroundingsOption();

  @Spec private @Nullable CommandSpec spec;

  /** Runs with these streams. */
  public BackupRunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (ToolOptions.makes(method)) {
      return tool.run(estate, environment, method, invocation);
    }
    tool.requireNothing(method);
    requireAll();
    return save();
  }

  /** Requires what a backup of ours can't do without. */
  private void requireAll() {
    Map<String, @Nullable Object> needed = new LinkedHashMap<>();
    needed.put("--database URL", database);
    needed.put("--filestore DIR", filestore);
    needed.put("--to DIR", store);
    needed.put("--key FILE", key);
    List<String> missing = needed.keySet().stream().filter(it -> needed.get(it) == null).toList();
    if (!missing.isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "expected "
              + String.join(", ", missing)
              + ", or --method pgbackrest or barman to let that tool make the backup");
    }
  }

  private Integer save() {
    try (StageProgress progress = new StageProgress(invocation)) {
      var made =
          new RunBackup(invocation.clock(), progress)
              .run(
                  new RunBackup.Request(
                      estate.folder(),
                      environment,
                      method,
                      dumpFormat,
                      place,
                      data,
                      archive,
                      Objects.requireNonNull(database),
                      passwordFile,
                      Objects.requireNonNull(filestore),
                      Objects.requireNonNull(store),
                      newStore,
                      Objects.requireNonNull(key),
                      options.sealingKey(),
                      options.jobs(),
                      canary,
                      surroundings.named()));
      progress.ends();
      return told(made);
    }
  }

  private Integer told(RunBackup.Made made) {
    var taken = made.taken();
    BackupReport.taken(taken, invocation.out().writer());
    if (!taken.collection().isEmpty()) {
      invocation.err().line(Prose.safe(taken.collection()));
    }
    if (!made.doubts().isEmpty()) {
      invocation.err().line(Prose.safe("this backup does not count: " + made.doubts()));
    }
    made.unnamed().forEach(it -> invocation.err().line(Prose.safe(it)));
    taken.missed().forEach(it -> invocation.err().line(Prose.safe(it)));
    return taken.problems().isEmpty() && taken.missed().isEmpty() && made.doubts().isEmpty()
        ? ExitCode.GOOD
        : ExitCode.NO;
  }
}
