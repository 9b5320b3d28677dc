package dev.interlock.recovery.catalogue;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.KeptLog;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.catalogue.CatalogueTool.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Barman keeps of a server. It runs as the user of its own, also when root calls it. */
public final class Barman implements BackupCatalogue {

  private static final String TITLE = "Barman";
  private static final String FULL = "full";

  /** How long it waits for the log that a backup needs. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final CatalogueTool tool = CatalogueTool.of("barman", TITLE, "BARMAN_");
  private final String server;
  private final @Nullable Path configuration;
  private final Duration patience;
  private @Nullable String version;

  /** Reads nothing yet; null where Barman shall look for its configuration itself. */
  public Barman(String server, @Nullable Path configuration) {
    this(server, configuration, PATIENCE);
  }

  /** Waits so long, in whole seconds, for what a server does not archive. */
  Barman(String server, @Nullable Path configuration, Duration patience) {
    this.server = server;
    this.configuration = configuration;
    this.patience = patience;
  }

  @Override
  public String method() {
    return BARMAN;
  }

  @Override
  public String tool() {
    String known = version;
    if (known == null) {
      tool.require();
      String told = tool.ask(List.of("barman", "--version")).text().strip();
      known = told.lines().findFirst().orElse("").split(" ", 2)[0];
      version = known;
    }
    return TITLE + " " + known;
  }

  @Override
  public boolean compares() {
    return false;
  }

  @Override
  public KeptBackups list() {
    List<KeptBackup> backups = new ArrayList<>();
    List<Path> told = new ArrayList<>();
    for (ToolAnswer listed : json("list-backups").get(server).items()) {
      String id = listed.require("backup_id");
      KeptBackup backup = BarmanBackup.of(id, json("show-backup", id).get(server));
      backups.add(backup);
      if (backup.state() == BackupState.FINISHED) {
        asked("list-files", "--target", "wal", server, id)
            .lines()
            .filter(it -> it.startsWith("/"))
            .forEach(it -> told.add(Path.of(it)));
      }
    }
    backups.sort(Comparator.comparing(KeptBackup::label));
    return new KeptBackups(backups, Map.of("", log(told)));
  }

  private KeptLog log(List<Path> told) {
    Path folder = folder("wals_directory");
    try {
      return BarmanLog.in(folder, told, name -> asked("get-wal", server, name));
    } catch (IOException | UncheckedIOException e) {
      throw failed(folder + " can't be read: " + e.getMessage());
    }
  }

  private Path folder(String key) {
    return Path.of(told().require(key));
  }

  /** Barman counts on hard links or copies of its own; to others all of them are full. */
  @Override
  public List<String> kinds() {
    return List.of(FULL);
  }

  @Override
  public KeptBackup take(String kind, RecoveryProgress progress) {
    if (!kind.equals(FULL)) {
      throw notMade("it makes full backups, and none that is " + kind);
    }
    KeptBackups before = list();
    Answer answer = made();
    if (!answer.well()) {
      throw notMade(said(answer));
    }
    return list()
        .newSince(before)
        .orElseThrow(() -> notMade("it ended well, and keeps no backup that is new"));
  }

  private Answer made() {
    String seconds = Long.toString(patience.toSeconds());
    List<String> words = command("backup", "--wait", "--wait-timeout", seconds, server);
    try {
      return new BarmanStandstill(this::told, patience)
          .watch(() -> tool.ask(words))
          .orElseThrow(() -> notMade(BarmanStandstill.why(told())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted");
    }
  }

  private ToolAnswer told() {
    return json("show-server").get(server);
  }

  private Fault notMade(String why) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        TITLE
            + " made no backup of the server "
            + server
            + ": "
            + why
            + "\n  what is wrong is told by: barman check "
            + server);
  }

  /** What it answers about the server, and about one of its backups when one is named. */
  private ToolAnswer json(String verb, String... backup) {
    List<String> words = command("-f", "json", verb, server);
    words.addAll(List.of(backup));
    Answer answer = tool.ask(words);
    if (!answer.well()) {
      throw failed(said(answer));
    }
    return ToolAnswer.read(TITLE, answer.text());
  }

  private String asked(String... words) {
    Answer answer = tool.ask(command(words));
    if (!answer.well()) {
      throw failed(said(answer));
    }
    return answer.text();
  }

  /** Errors come in the answer when that is JSON. */
  private static String said(Answer answer) {
    if (answer.text().stripLeading().startsWith("{")) {
      List<String> errors =
          ToolAnswer.read(TITLE, answer.text()).get("_ERROR").items().stream()
              .map(ToolAnswer::text)
              .toList();
      if (!errors.isEmpty()) {
        return ToolSecrets.hide(String.join("; ", errors));
      }
    }
    return answer.words();
  }

  private List<String> command(String... more) {
    List<String> words = new ArrayList<>(List.of("barman"));
    if (configuration != null) {
      words.addAll(List.of("-c", configuration.toAbsolutePath().toString()));
    }
    words.addAll(List.of(more));
    return words;
  }

  @Override
  public void restore(KeptBackup backup, Path data, Path tablespaces, int jobs) {
    UserPrincipal owner = owner();
    ToolFolder.make(data, owner);
    ToolFolder.make(tablespaces, owner);
    // The log is fetched by itself; without this, Barman would copy all of it first.
    List<String> words =
        command("-f", "json", "recover", "--get-wal", "--jobs", Integer.toString(jobs));
    for (String name : BarmanBackup.tablespaces(json("show-backup", backup.label()).get(server))) {
      words.add("--tablespace");
      words.add(name + ":" + tablespaces.resolve(name));
    }
    words.addAll(List.of(server, backup.label(), data.toString()));
    Answer answer = tool.ask(words);
    if (!answer.well()) {
      throw notRestored(backup.label() + " did not come back: " + said(answer));
    }
    try {
      BarmanCopy.undo(data, backup.label());
    } catch (IOException e) {
      throw notRestored(backup.label() + " did not come back whole: " + e.getMessage());
    }
  }

  /** Whom its folders belong to: it takes to be no one else, also when root calls it. */
  private @Nullable UserPrincipal owner() {
    Path folder = folder("basebackups_directory");
    try {
      return Files.getOwner(folder);
    } catch (IOException e) {
      throw failed("its folder " + folder + " can't be read: " + e.getMessage());
    }
  }

  @Override
  public boolean fetch(String file, Path data, Path to) {
    try (OutputStream out = Files.newOutputStream(to)) {
      var ended = tool.run(command("get-wal", server, file), out);
      if (!ended.well() && ended.words().contains("not found")) {
        return false;
      }
      if (!ended.well()) {
        throw notRestored(file + " did not come: " + ended.words());
      }
      return true;
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(), to + " can't be written: " + e.getMessage(), e);
    }
  }

  private static Fault failed(String why) {
    return new Fault(RecoveryCode.CATALOGUE_FAILED.code(), TITLE + ": " + why);
  }

  private static Fault notRestored(String why) {
    return new Fault(RecoveryCode.RESTORE_FAILED.code(), TITLE + ": " + why);
  }
}
