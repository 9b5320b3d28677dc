package dev.interlock.recovery.catalogue;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup.Branch;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackup.Span;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.KeptLog;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.physical.Timelines;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pgbackrest info} told of a stanza.
 *
 * @param stanza what is under its name
 */
record PgBackRestInfo(ToolAnswer stanza) {

  private static final String TOOL = "pgBackRest";

  /** It has the stanza; whether it has a backup is seen in the list. */
  private static final int OK = 0;

  private static final int NO_BACKUPS = 2;

  private static final Map<String, String> KINDS =
      Map.of("full", "full", "diff", "differential", "incr", "incremental");

  /** A file of the log goes by its name, its digest and how it is packed. */
  private static final Pattern LOG_FILE =
      Pattern.compile("(?:.*/)?([0-9A-F]{24})-[0-9a-f]{40}(?:\\.\\w+)?");

  private static final Pattern HISTORY = Pattern.compile("(?:.*/)?([0-9A-F]{8}\\.history)");

  /** The word of pgBackRest for a kind of backup; the same for one that it does not know. */
  static String type(String kind) {
    return KINDS.entrySet().stream()
        .filter(it -> it.getValue().equals(kind))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(kind);
  }

  /**
   * Reads it.
   *
   * @throws Fault CATALOGUE_FAILED when it can't be read, or there is no such stanza
   */
  static PgBackRestInfo of(String json, String name) {
    return ToolAnswer.read(TOOL, CipherTrouble.readable(json)).items().stream()
        .filter(it -> name.equals(it.text("name")))
        .findFirst()
        .map(PgBackRestInfo::new)
        .map(PgBackRestInfo::usable)
        .orElseThrow(() -> failed("it knows no stanza " + name));
  }

  private PgBackRestInfo usable() {
    long code = stanza.get("status").number("code").orElse(OK);
    if (code != OK && code != NO_BACKUPS) {
      throw failed(
          "stanza "
              + stanza.text("name")
              + ": "
              + CipherTrouble.told(stanza.get("status").text("message") + detail()));
    }
    return this;
  }

  private String detail() {
    return stanza.get("repo").items().stream()
        .map(it -> it.get("status").text("message"))
        .filter(it -> it != null && !it.equals(stanza.get("status").text("message")))
        .map(it -> "; " + it)
        .findFirst()
        .orElse("");
  }

  /** Versions of the servers whose backups it keeps. */
  List<String> servers() {
    return stanza.get("db").items().stream().map(it -> it.require("version")).distinct().toList();
  }

  /**
   * All that is kept.
   *
   * @param archived lists the files of a log, by its name
   * @param history tells a history of timelines, by the log's name and its own
   */
  KeptBackups with(
      Function<String, ToolAnswer> archived, BiFunction<String, String, String> history) {
    Map<String, KeptLog> logs = new HashMap<>();
    for (ToolAnswer archive : stanza.get("archive").items()) {
      String id = archive.require("id");
      logs.put(id, log(archived.apply(id), name -> history.apply(id, name)));
    }
    List<ToolAnswer> told = stanza.get("backup").items();
    var labels = told.stream().map(it -> it.require("label")).collect(Collectors.toSet());
    return new KeptBackups(
        told.stream()
            .map(it -> backup(it, lost(it, labels::contains)))
            .sorted(java.util.Comparator.comparing(KeptBackup::point))
            .toList(),
        logs);
  }

  private static KeptLog log(ToolAnswer files, Function<String, String> history) {
    Map<String, Instant> archived = new HashMap<>();
    List<Branch> branches = new ArrayList<>();
    files
        .entries()
        .filter(it -> "file".equals(it.value().text("type")))
        .forEach(it -> name(it.key()).ifPresent(name -> archived.put(name, time(it.value()))));
    archived.keySet().stream()
        .filter(Timelines::isHistory)
        .forEach(name -> branches.addAll(branches(name, history.apply(name))));
    return new KeptLog(archived, List.of(), branches);
  }

  private static java.util.Optional<String> name(String path) {
    Matcher file = LOG_FILE.matcher(path);
    Matcher history = HISTORY.matcher(path);
    return file.matches()
        ? java.util.Optional.of(file.group(1))
        : history.matches() ? java.util.Optional.of(history.group(1)) : java.util.Optional.empty();
  }

  private static Instant time(ToolAnswer file) {
    return Instant.ofEpochSecond(file.number("time").orElse(0));
  }

  static List<Branch> branches(String name, String history) {
    try {
      return Timelines.read(name, history.lines().toList());
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  /** Others that it builds on and that are gone. */
  private static List<String> lost(ToolAnswer backup, java.util.function.Predicate<String> known) {
    return backup.get("reference").items().stream()
        .map(ToolAnswer::text)
        .filter(label -> !known.test(label))
        .toList();
  }

  private KeptBackup backup(ToolAnswer it, List<String> lost) {
    ToolAnswer times = it.get("timestamp");
    String trouble = trouble(it, lost);
    String type = it.require("type");
    ToolAnswer server = server(it);
    return new KeptBackup(
        it.require("label"),
        KINDS.getOrDefault(type, type),
        it.get("reference").items().stream().map(ToolAnswer::text).toList(),
        Instant.ofEpochSecond(times.number("start").orElseThrow(() -> untold("start"))),
        Instant.ofEpochSecond(times.number("stop").orElseThrow(() -> untold("stop"))),
        it.get("info").number("size").orElse(0),
        server.require("version"),
        server.require("version") + "-" + server.require("id"),
        span(it),
        cipher(),
        trouble.isEmpty() ? BackupState.FINISHED : BackupState.DAMAGED,
        trouble);
  }

  private static Fault untold(String what) {
    return failed("it did not tell the time of its " + what);
  }

  private static String trouble(ToolAnswer it, List<String> lost) {
    if (!lost.isEmpty()) {
      return "it builds on " + String.join(", ", lost) + ", which is gone";
    }
    if (span(it) == null) {
      return "it was copied without the log that it needs";
    }
    return it.is("error") ? "pgBackRest found damaged pages when it copied the server" : "";
  }

  /** The server that a backup is of: after an upgrade of PostgreSQL there are several. */
  private ToolAnswer server(ToolAnswer backup) {
    String id = backup.get("database").require("id");
    return stanza.get("db").items().stream()
        .filter(it -> id.equals(it.text("id")))
        .findFirst()
        .orElseThrow(
            () -> failed("it did not tell which server " + backup.text("label") + " is of"));
  }

  /** Null for one that was copied without its log. */
  private static @Nullable Span span(ToolAnswer it) {
    String first = it.get("archive").text("start");
    String last = it.get("archive").text("stop");
    if (first == null || last == null) {
      return null;
    }
    String place = it.get("lsn").text("start");
    return new Span(first, last, SegmentSize.of(first, place == null ? "" : place));
  }

  private @Nullable String cipher() {
    String cipher = stanza.text("cipher");
    return cipher == null || cipher.equals("none") ? null : requireNonNull(cipher) + " by " + TOOL;
  }

  private static Fault failed(String why) {
    return new Fault(RecoveryCode.CATALOGUE_FAILED.code(), TOOL + ": " + why);
  }
}
