package dev.interlock.usecases;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.StoredBackup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the backups of an environment a drill takes. */
final class ChooseBackup {

  private final RunDrill.Request request;
  private final List<StoredBackup> all;
  private final List<StoredBackup> files;

  /** Among all that a store has of the environment. */
  ChooseBackup(RunDrill.Request request, List<StoredBackup> all) {
    this.request = request;
    this.all = all.stream().filter(it -> !it.isOfFilesAlone()).toList();
    this.files = all.stream().filter(StoredBackup::isOfFilesAlone).toList();
  }

  /**
   * The one that was named; else the newest that counts, or from which the asked moment is reached.
   *
   * @throws InputRejected when there is none, or it can't be brought to the asked moment
   */
  StoredBackup chosen(Instant now) {
    StoredBackup chosen = found();
    requireReaches(chosen, now);
    if (chosen == null) {
      throw none();
    }
    return chosen;
  }

  /** Whether none that counts is newer. */
  boolean isNewest(StoredBackup it) {
    return it.equals(newest(all));
  }

  /**
   * The newest moment that a backup comes to with its log and at which files were saved too, where
   * they are saved alone; null for as far as it comes.
   */
  @Nullable Instant withFiles(StoredBackup chosen) {
    LogWindow window = chosen.window();
    List<Instant> saved =
        files.stream().map(it -> Objects.requireNonNull(it.backup()).point()).toList();
    if (window == null || saved.stream().anyMatch(it -> it.isAfter(window.to()))) {
      return null;
    }
    return saved.stream()
        .filter(it -> it.isAfter(window.from()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Where none counts, the newest tells why. */
  private @Nullable StoredBackup found() {
    if (request.backup() != null) {
      return named();
    }
    StoredBackup reaching = reaching();
    return reaching == null && request.toTime() == null
        ? all.stream().max(Comparator.comparing(StoredBackup::name)).orElse(null)
        : reaching;
  }

  /** Those that nobody can use although they are newer, when the newest was asked for. */
  List<StoredBackup> newer(StoredBackup chosen) {
    return request.backup() != null || request.toTime() != null
        ? List.of()
        : all.stream()
            .filter(it -> it.backup() == null && it.name().compareTo(chosen.name()) > 0)
            .toList();
  }

  /** The newest; to come to a moment, the newest from before it that has a log. */
  private @Nullable StoredBackup reaching() {
    Instant toTime = request.toTime();
    if (toTime == null) {
      return newest(all);
    }
    List<Backup> withLog =
        all.stream()
            .map(StoredBackup::backup)
            .filter(Objects::nonNull)
            .filter(it -> it.log() != null)
            .toList();
    Optional<Backup> first = withLog.stream().min(Comparator.comparing(Backup::point));
    if (first.isPresent() && first.get().point().isAfter(toTime)) {
      throw tooEarly(toTime, first.get());
    }
    return newest(
        all.stream()
            .filter(it -> it.backup() != null && withLog.contains(it.backup()))
            .filter(it -> !Objects.requireNonNull(it.backup()).point().isAfter(toTime))
            .toList());
  }

  private void requireReaches(@Nullable StoredBackup chosen, Instant now) {
    Instant toTime = request.toTime();
    Backup backup = chosen == null ? null : chosen.backup();
    if (toTime == null) {
      return;
    }
    if (toTime.isAfter(now)) {
      throw toTime("this moment has not been yet: " + toTime, "drills bring back the past");
    }
    if (backup != null && backup.log() == null) {
      throw toTime(
          backup.backup() + " brings back one moment only, " + backup.point(),
          "only a base backup with its log can be brought to a moment");
    }
    if (backup != null && toTime.isBefore(backup.point())) {
      throw tooEarly(toTime, backup);
    }
  }

  private static InputRejected tooEarly(Instant toTime, Backup backup) {
    return toTime(
        toTime + " lies before the end of the base backup " + backup.backup(),
        "the earliest moment that it can be brought to is " + backup.point());
  }

  private static InputRejected toTime(String why, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), "--to-time", why, hint);
  }

  private static @Nullable StoredBackup newest(List<StoredBackup> all) {
    return all.stream()
        .filter(it -> it.backup() != null)
        .max(Comparator.comparing(it -> Objects.requireNonNull(it.backup()).point()))
        .orElse(null);
  }

  private @Nullable StoredBackup named() {
    return all.stream().filter(it -> it.name().equals(request.backup())).findFirst().orElse(null);
  }

  private InputRejected none() {
    if (files.stream().anyMatch(it -> it.name().equals(request.backup()))) {
      return new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--backup",
          request.backup() + " holds files alone, which others bring back",
          "a drill needs a backup of the database");
    }
    String what = request.backup() == null ? "no backup that counts" : "no such backup";
    what = request.toTime() == null ? what : "no base backup that counts";
    String hint =
        all.isEmpty()
            ? "interlock backup run makes one"
            : "there is: " + String.join(", ", all.stream().map(StoredBackup::name).toList());
    return new InputRejected(
        ActionCode.NO_BACKUP.code(),
        request.store().toString(),
        "there is " + what + " of " + request.environment(),
        hint);
  }
}
