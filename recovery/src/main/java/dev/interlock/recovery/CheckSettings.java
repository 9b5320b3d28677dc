package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shipped checks need besides the restored system.
 *
 * @param digester counts and digests tables; null when the backup could not record what they held,
 *     and so nobody asks
 * @param code names and versions of the modules whose code is there; null when no folder with code
 *     was given: then nobody asks whether installed modules have code
 * @param plan that the backup was made by: it may say which extensions there may be; null when
 *     nobody says
 * @param threads so many files are read at the same time
 * @param progress is told how far the reading of files is
 * @param timeout no statement lasts longer
 */
public record CheckSettings(
    @Nullable TableDigester digester,
    @Nullable Map<String, String> code,
    @Nullable BackupPlan plan,
    int threads,
    PartProgress progress,
    Duration timeout) {

  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(15);

  public CheckSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1");
    }
    code = code == null ? null : Map.copyOf(code);
  }

  /** No code is given, files are read on all processors, nobody is told how far it is. */
  public static CheckSettings of(TableDigester digester) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new CheckSettings(
        digester, null, null, processors, PartProgress.NONE, LONGEST_STATEMENT);
  }
}
