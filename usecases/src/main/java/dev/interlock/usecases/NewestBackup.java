package dev.interlock.usecases;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.LastWork;
import dev.interlock.recovery.StoredBackup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds of an environment.
 *
 * @param counts the newest that can be restored; null when there is none
 * @param words the newest and whether it counts, for people
 */
public record NewestBackup(@Nullable Backup counts, String words) {

  /**
   * Of an environment.
   *
   * @param all what its store holds, as {@link ListBackups} tells
   */
  public static NewestBackup of(List<StoredBackup> all, String environment) {
    List<StoredBackup> own =
        all.stream()
            .filter(it -> it.environment().equals(environment) && !it.isOfFilesAlone())
            .sorted(Comparator.comparing(StoredBackup::name).reversed())
            .toList();
    Backup counts =
        own.stream()
            .map(StoredBackup::backup)
            .filter(Objects::nonNull)
            .max(Comparator.comparing(Backup::point))
            .orElse(null);
    String words = counts == null ? "none that counts" : Moment.utc(counts.point()) + ", counts";
    if (!own.isEmpty() && own.getFirst().backup() == null) {
      words += "; " + own.getFirst().name() + " does not: " + own.getFirst().note();
    }
    return new NewestBackup(counts, words);
  }

  /**
   * The assumed moment of the loss for a drill that nobody watches: when somebody last worked, but
   * not before what was saved.
   */
  public Instant lostAt(EstateInForce estate, String environment, Instant now) {
    Instant worked = LastWork.before(estate.loaded().estate(), environment, now);
    return counts == null || worked.isAfter(counts.point()) ? worked : counts.point();
  }
}
