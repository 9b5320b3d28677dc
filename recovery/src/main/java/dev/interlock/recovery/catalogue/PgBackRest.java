package dev.interlock.recovery.catalogue;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.catalogue.CatalogueTool.Answer;
import dev.interlock.recovery.postgres.drill.Unprivileged;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What pgBackRest keeps of a server. As root it is run as the user of PostgreSQL's programs, as
 * whom it runs on its own too: files of root in its folders would keep it from archiving.
 */
public final class PgBackRest implements BackupCatalogue {

  private static final String TITLE = "pgBackRest";

  private final CatalogueTool tool = CatalogueTool.of("pgbackrest", TITLE, "PGBACKREST_");
  private final String stanza;
  private final @Nullable Path configuration;
  private final int repository;
  private @Nullable String version;

  /** Reads nothing yet; null where pgBackRest shall look for its configuration itself. */
  public PgBackRest(String stanza, @Nullable Path configuration, int repository) {
    this.stanza = stanza;
    this.configuration = configuration;
    this.repository = repository;
  }

  @Override
  public String method() {
    return PGBACKREST;
  }

  @Override
  public String tool() {
    return TITLE + " " + version();
  }

  private String version() {
    String known = version;
    if (known == null) {
      tool.require();
      known = tool.ask(List.of("pgbackrest", "version")).text().replace(TITLE, "").strip();
      version = known;
    }
    return known;
  }

  @Override
  public boolean compares() {
    return true;
  }

  @Override
  public KeptBackups list() {
    tool.require();
    PgBackRestInfo info = PgBackRestInfo.of(asked("info", List.of("--output=json")), stanza);
    info.servers().forEach(server -> PgBackRestVersions.require(version(), server));
    return info.with(this::archived, this::history);
  }

  /** All files of a log, as pgBackRest names them. */
  private ToolAnswer archived(String archive) {
    return ToolAnswer.read(
        TITLE, asked("repo-ls", List.of("--recurse", "--output=json", path(archive))));
  }

  private String history(String archive, String name) {
    return asked("repo-get", List.of(path(archive) + "/" + name));
  }

  private String path(String archive) {
    return "archive/" + stanza + "/" + archive;
  }

  private String asked(String verb, List<String> more) {
    Answer answer = tool.ask(command(verb, more));
    if (!answer.well()) {
      throw new Fault(
          RecoveryCode.CATALOGUE_FAILED.code(),
          TITLE + " said: " + CipherTrouble.told(answer.words()));
    }
    return answer.text();
  }

  private List<String> command(String verb, List<String> more) {
    List<String> all = new ArrayList<>(List.of("--log-level-file=off"));
    all.addAll(more);
    return logged(verb, "off", all);
  }

  /** With its file for what happened; what it tells on its output besides answers is asked for. */
  private List<String> logged(String verb, String told, List<String> more) {
    List<String> words = new ArrayList<>(List.of("pgbackrest", verb));
    if (configuration != null) {
      words.add("--config=" + configuration.toAbsolutePath());
    }
    words.add("--stanza=" + stanza);
    words.add("--repo=" + repository);
    // What it answers comes alone, and what went wrong beside it, whatever its files say.
    words.addAll(List.of("--log-level-console=" + told, "--log-level-stderr=error"));
    words.addAll(more);
    return user().command(words);
  }

  @Override
  public List<String> kinds() {
    return List.of("incremental", "differential", "full");
  }

  @Override
  public KeptBackup take(String kind, RecoveryProgress progress) {
    KeptBackups before = list();
    List<String> command =
        logged("backup", "detail", List.of("--type=" + PgBackRestInfo.type(kind)));
    ToolRun.Ended ended = tool.run(command, new PgBackRestPercent(progress));
    if (!ended.well()) {
      throw notMade(CipherTrouble.told(ended.words()));
    }
    return list()
        .newSince(before)
        .orElseThrow(() -> notMade("it ended well, and keeps no backup that is new"));
  }

  private Fault notMade(String why) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        TITLE
            + " made no backup of the stanza "
            + stanza
            + ": "
            + why
            + "\n  what is wrong is told by: pgbackrest --stanza="
            + stanza
            + " check");
  }

  private static Unprivileged user() {
    try {
      return Unprivileged.find();
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.CATALOGUE_FAILED.code(),
          "nobody tells as whom to run " + TITLE + ": " + e.getMessage(),
          e);
    }
  }

  @Override
  public void restore(KeptBackup backup, Path data, Path tablespaces, int jobs) {
    PgBackRestVersions.require(version(), backup.server());
    folder(data);
    folder(tablespaces);
    List<String> more = new ArrayList<>(local(data));
    more.add("--set=" + backup.label());
    more.add("--process-max=" + jobs);
    more.add("--tablespace-map-all=" + tablespaces);
    Answer answer = tool.ask(command("restore", more));
    if (!answer.well()) {
      throw failed(backup.label() + " did not come back: " + CipherTrouble.told(answer.words()));
    }
  }

  /** Onto this machine, whatever its files say, and beside all that it does otherwise. */
  private static List<String> local(Path data) {
    Path locks = data.resolveSibling("locks");
    if (!Files.exists(locks)) {
      folder(locks);
    }
    return List.of("--pg1-path=" + data, "--reset-pg1-host", "--lock-path=" + locks);
  }

  private static void folder(Path folder) {
    ToolFolder.make(folder, null);
    try {
      user().give(folder);
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(), "no place for " + TITLE + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean fetch(String file, Path data, Path to) {
    Path fetched = data.resolveSibling("fetched");
    if (!Files.exists(fetched)) {
      folder(fetched);
    }
    List<String> more = new ArrayList<>(local(data));
    more.add("--no-archive-async");
    more.addAll(List.of(file, fetched.resolve(file).toString()));
    Answer answer = tool.ask(command("archive-get", more));
    // It ends with 1 and says nothing when there is no such file.
    if (answer.ended().code() == 1 && answer.ended().said().isEmpty()) {
      return false;
    }
    if (!answer.well()) {
      throw failed(file + " did not come: " + CipherTrouble.told(answer.words()));
    }
    return moved(fetched.resolve(file), to);
  }

  private static boolean moved(Path from, Path to) {
    try {
      Files.move(from, to);
      return true;
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(), to + " can't be written: " + e.getMessage(), e);
    }
  }

  private static Fault failed(String why) {
    return new Fault(RecoveryCode.RESTORE_FAILED.code(), TITLE + ": " + why);
  }

  /** For messages. */
  @Override
  public String toString() {
    return Optional.ofNullable(version).map(it -> TITLE + " " + it).orElse(TITLE);
  }
}
