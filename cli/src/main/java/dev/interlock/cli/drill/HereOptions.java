package dev.interlock.cli.drill;

import dev.interlock.cli.backup.CatalogueOptions;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.PathConverter;
import dev.interlock.usecases.DrillCatalogue;
import dev.interlock.usecases.RunDrill;
import dev.interlock.usecases.UsualPlace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a drill on this machine takes; a server knows all of it by itself. */
public final class HereOptions {

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "The estate: a folder of YAML files. Needed without --server.")
  private @Nullable Path estate;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = {
        "The store: a folder, s3://bucket/prefix, or the address of a container of Azure. Needed",
        "without --server; with --pgbackrest or --barman, where files of attachments lie."
      })
  private @Nullable Path store;

  @Mixin private final CatalogueOptions catalogues = new CatalogueOptions();

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "Database of the server to prove, with --pgbackrest or --barman.")
  private @Nullable String database;

  @Option(
      names = "--backup",
      paramLabel = "NAME",
      description = "The backup; the newest that counts when absent.")
  private @Nullable String backup;

  @Option(
      names = "--to-time",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "Moment to bring back out of a base backup and its log; the end of the log when absent.")
  private @Nullable Instant toTime;

  @Option(
      names = "--lost-at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Assumed moment of the loss; now when absent.")
  private @Nullable Instant lostAt;

  @Option(
      names = "--boot",
      paramLabel = "PROGRAM",
      converter = PathConverter.class,
      description = {
        "Program that starts your Odoo on what was restored; it finds database, files and port in",
        "its environment, and the estate says what Odoo must answer."
      })
  private @Nullable Path boot;

  @Mixin private final AddonsOption addons = new AddonsOption();

  @Option(
      names = "--place",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "Where the isolated place is made; the folder for temporary files when absent.")
  private @Nullable Path places;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "The private key to sign with. Needed without --server.")
  private @Nullable Path key;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Where the signed evidence goes; must not exist. Needed without --server.")
  private @Nullable Path out;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** Requires what a drill here can't do without. */
  void requireAll() {
    Map<String, @Nullable Object> needed = new LinkedHashMap<>();
    needed.put("--estate DIR", estate);
    if (ofTool()) {
      needed.put("--database NAME", database);
    } else {
      needed.put("--from DIR, --pgbackrest STANZA or --barman SERVER", store);
    }
    needed.put("--key FILE", key);
    needed.put("--out FILE", out);
    List<String> missing = needed.keySet().stream().filter(it -> needed.get(it) == null).toList();
    if (!missing.isEmpty()) {
      throw wrong("expected " + String.join(", ", missing) + ", or --server URL");
    }
    if (catalogues.catalogues().size() > 1) {
      throw wrong("expected --pgbackrest or --barman, not both: one tool restores");
    }
  }

  /** Requires that nothing was said that the server would not heed. */
  void requireNothing() {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("--estate", estate);
    said.put("--from", store);
    said.put("--pgbackrest or --barman", ofTool() ? catalogues : null);
    said.put("--database", database);
    said.put("--backup", backup);
    said.put("--to-time", toTime);
    said.put("--lost-at", lostAt);
    said.put("--boot", boot);
    said.put("--addons", addons.folders().isEmpty() ? null : addons);
    said.put("--place", places);
    said.put("--key", key);
    said.put("--out", out);
    List<String> heard = said.keySet().stream().filter(it -> said.get(it) != null).toList();
    if (!heard.isEmpty()) {
      throw wrong("the server drills with what it has: leave away " + String.join(", ", heard));
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  /** What to drill. */
  RunDrill.Request request(String environment, @Nullable Path sealingKey, int jobs) {
    return new RunDrill.Request(
        Objects.requireNonNull(estate),
        environment,
        Objects.requireNonNull(store),
        backup,
        toTime,
        key(),
        sealingKey,
        lostAt,
        boot,
        addons.folders(),
        places(),
        jobs,
        out());
  }

  /** True when a backup is drilled that another tool keeps. */
  boolean ofTool() {
    return !catalogues.catalogues().isEmpty();
  }

  /** What to drill of what another tool keeps. */
  DrillCatalogue.Request requestOfTool(String environment, @Nullable Path sealingKey, int jobs) {
    return new DrillCatalogue.Request(
        Objects.requireNonNull(estate),
        environment,
        catalogues.catalogues().getFirst(),
        Objects.requireNonNull(database),
        store,
        backup,
        toTime,
        key(),
        sealingKey,
        lostAt,
        boot,
        addons.folders(),
        places(),
        jobs,
        out());
  }

  private Path places() {
    return places == null ? UsualPlace.ofDrills() : places;
  }

  /** The file of the private key. */
  Path key() {
    return Objects.requireNonNull(key);
  }

  /** The file to write. */
  Path out() {
    return Objects.requireNonNull(out);
  }
}
