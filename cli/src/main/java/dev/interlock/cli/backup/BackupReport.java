package dev.interlock.cli.backup;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Canary;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Filestore;
import dev.interlock.evidence.Backup.Table;
import dev.interlock.evidence.Surroundings;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.StoredBackup.KeptBy;
import dev.interlock.recovery.TakeBackup.Taken;
import dev.interlock.usecases.ListBackups.Listing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Backups for people and for programs. */
final class BackupReport {

  private static final double KILO = 1000;
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

  private BackupReport() {}

  static void taken(Taken taken, PrintWriter out) {
    Backup backup = taken.backup();
    line(out, "Saved " + backup.environment() + " as " + backup.backup());
    String later = backup.log() == null ? "" : " and any later moment that its log reaches";
    line(out, "  brings back  " + Moment.utc(backup.point()) + later);
    line(out, "  database     " + database(backup));
    line(
        out,
        "  files        "
            + files(backup)
            + "; new to the store: "
            + Prose.count(taken.newFiles(), "file"));
    Canary canary = backup.canary();
    if (canary != null) {
      line(out, "  canary       planted " + Moment.utc(canary.planted()) + ", " + canary.file());
    }
    Surroundings around = backup.surroundings();
    if (around != null) {
      SurroundingsReport.lines(around).forEach(it -> line(out, it));
    }
    if (!taken.uncounted().isEmpty()) {
      line(out, "  NOT COUNTED  no drill compares rows with what they were: " + taken.uncounted());
    }
    if (!taken.problems().isEmpty()) {
      line(out, "  NOT SAVED    " + taken.problems());
    }
  }

  static void text(Listing listing, PrintWriter out) {
    listing.backups().forEach(it -> line(out, line(it, listing.inUse())));
    listing.told().forEach(told -> line(out, told));
    long unfinished =
        listing.backups().stream().filter(it -> it.state() == BackupState.UNFINISHED).count();
    line(
        out,
        Prose.count(listing.backups().size() - unfinished, "backup")
            + (unfinished == 0 ? "" : ", " + unfinished + " unfinished"));
  }

  private static String line(StoredBackup it, boolean inUse) {
    return lineOf(it, inUse)
        + it.holds().stream()
            .map(hold -> ", " + hold.words().replaceFirst("on hold", "ON HOLD"))
            .collect(Collectors.joining());
  }

  private static String lineOf(StoredBackup it, boolean inUse) {
    String head = it.environment() + "  " + it.name() + "  ";
    Backup backup = it.backup();
    if (it.state() == BackupState.UNFINISHED) {
      return head
          + (inUse
              ? "unfinished: it may be being made, or whoever made it was stopped"
              : "unfinished: whoever made it was stopped, and nobody is at it");
    }
    if (backup == null) {
      return head + "does not count: " + it.note();
    }
    if (it.kept() != null) {
      return head + kept(it, it.kept(), backup, it.window());
    }
    String until =
        it.immutableUntil() == null ? "" : ", immutable until " + Moment.utc(it.immutableUntil());
    LogWindow window = it.window();
    return head
        + moments(backup, window)
        + "  "
        + database(backup)
        + ", "
        + files(backup)
        + until
        + wrong(it, window);
  }

  /** Its size is that of the server's data when it was made. */
  private static String kept(
      StoredBackup it, KeptBy by, Backup backup, @Nullable LogWindow window) {
    return moments(backup, window)
        + "  "
        + by.kind()
        + " by "
        + by.tool()
        + ", "
        + size(it.bytes())
        + wrong(it, window);
  }

  private static String wrong(StoredBackup it, @Nullable LogWindow window) {
    return (window == null || window.gaps().isEmpty()
            ? ""
            : ", GAP IN THE LOG: " + String.join("; ", window.gaps()))
        + (it.note().isEmpty() ? "" : ", CAN'T BE RESTORED: " + it.note());
  }

  /** What one brings back that another tool made just now. */
  static String broughtBack(StoredBackup it) {
    Backup backup = it.backup();
    return backup == null
        ? "nothing: it is not complete, " + it.note()
        : moments(backup, it.window()) + wrong(it, it.window());
  }

  private static String moments(Backup backup, @Nullable LogWindow window) {
    return window == null
        ? Moment.utc(backup.point())
        : "any moment from " + Moment.utc(window.from()) + " to " + Moment.utc(window.to());
  }

  static void json(List<StoredBackup> backups, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          backups.forEach(it -> write(it, json));
          json.writeEndArray();
        });
  }

  private static void write(StoredBackup it, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("environment", it.environment());
    json.writeStringProperty("backup", it.name());
    Backup backup = it.backup();
    json.writeStringProperty("state", it.state().name().toLowerCase(Locale.ROOT));
    json.writeBooleanProperty("counts", backup != null);
    if (backup != null) {
      json.writeStringProperty("point", backup.point().toString());
      json.writeStringProperty("method", backup.method());
    }
    if (it.window() != null) {
      write(it.window(), json);
    }
    KeptBy kept = it.kept();
    if (kept != null) {
      json.writeStringProperty("tool", kept.tool());
      json.writeStringProperty("kind", kept.kind());
    }
    json.writeNumberProperty("bytes", it.bytes());
    if (it.immutableUntil() != null) {
      json.writeStringProperty("immutableUntil", it.immutableUntil().toString());
    }
    json.writeArrayPropertyStart("holds");
    it.holds().forEach(hold -> json.writeString(hold.words()));
    json.writeEndArray();
    json.writeStringProperty("note", it.note());
    json.writeEndObject();
  }

  private static void write(LogWindow window, JsonGenerator json) {
    json.writeStringProperty("from", window.from().toString());
    json.writeStringProperty("to", window.to().toString());
    json.writeArrayPropertyStart("gaps");
    window.gaps().forEach(json::writeString);
    json.writeEndArray();
  }

  private static String database(Backup backup) {
    Content content = backup.database();
    if (content == null) {
      return "no database";
    }
    String whole = content.name() + (backup.log() == null ? "" : " and its server");
    if (content.tables().isEmpty()) {
      return whole;
    }
    long rows = content.tables().stream().mapToLong(Table::rows).sum();
    return whole
        + ", "
        + Prose.count(content.tables().size(), "table")
        + String.format(Locale.ROOT, " with %,d rows", rows);
  }

  private static String files(Backup backup) {
    Filestore files = backup.filestore();
    return files == null
        ? "no files"
        : Prose.count(files.files(), "file") + " with " + size(files.bytes());
  }

  static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= KILO && unit < UNITS.length - 1) {
      size /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }
}
