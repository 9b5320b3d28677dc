package dev.interlock.recovery.alert;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Surroundings;
import dev.interlock.evidence.Surroundings.Certificates;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a manifest tells of one service that stands around the database. */
record AroundCopies(String service, String method) {

  /**
   * A copy of it.
   *
   * @param backup name of the backup that holds it
   * @param point the moment that a restore brings back
   * @param hasContent false when nothing in it could be read when it was saved
   */
  record Copy(String backup, Instant point, boolean hasContent) {}

  /** The copies of it in a backup, by the plan's method. */
  Stream<Copy> in(Backup backup) {
    Surroundings around = backup.surroundings();
    if (around == null) {
      return Stream.empty();
    }
    return switch (method) {
      case "git" ->
          around.repositories().stream()
              .filter(it -> it.service().equals(service))
              .map(_ -> new Copy(backup.backup(), backup.begun(), true));
      case "file-copy" ->
          around.certificates().stream()
              .filter(it -> it.service().equals(service))
              .map(it -> new Copy(backup.backup(), backup.begun(), hasContent(it)));
      default ->
          around.redis().stream()
              .filter(it -> it.service().equals(service) && it.method().equals(method))
              .filter(it -> it.point() != null)
              .map(it -> new Copy(backup.backup(), Objects.requireNonNull(it.point()), true));
    };
  }

  /** A single file may hold parameters alone, all of them together may not. */
  private static boolean hasContent(Certificates saved) {
    return saved.files().stream().anyMatch(it -> it.keys() > 0 || !it.certificates().isEmpty());
  }

  /** Why a backup does not have it though it was to; null when it was not, or has it. */
  @Nullable String missed(Backup backup) {
    Surroundings around = backup.surroundings();
    return around == null
        ? null
        : around.missed().stream()
            .filter(it -> it.service().equals(service))
            .map(Surroundings.Missed::why)
            .findFirst()
            .orElse(null);
  }
}
