package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a drill goes that was not told: as far as log and files come, where both are saved. */
class ChooseBackupTest {

  private static final StoredBackup BASE =
      stored("base", "base-backup-and-wal", hour(2), new LogWindow(hour(2), hour(10), List.of()));

  private static Instant hour(int hour) {
    return Instant.parse("2026-11-18T00:00:00Z").plusSeconds(hour * 3600L);
  }

  private static StoredBackup stored(
      String name, String method, Instant point, @Nullable LogWindow window) {
    Backup backup =
        new Backup("prod", name, method, point, point, null, null, List.of(), null, point);
    return new StoredBackup("prod", name, BackupState.FINISHED, backup, 0, null, window, "");
  }

  private static ChooseBackup among(String hours) {
    Stream<StoredBackup> files =
        hours.isEmpty()
            ? Stream.of()
            : Stream.of(hours.split(" "))
                .map(it -> stored("files-" + it, "file-copy", hour(Integer.parseInt(it)), null));
    RunDrill.Request request =
        new RunDrill.Request(
            Path.of("estate"),
            "prod",
            Path.of("store"),
            null,
            null,
            Path.of("key"),
            null,
            null,
            null,
            List.of(),
            Path.of("places"),
            1,
            Path.of("out"));
    return new ChooseBackup(request, Stream.concat(Stream.of(BASE), files).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "3 5 9, 9",
    "9 3, 9",
    "10, 10",
    "'', -1", // nobody saves files alone: to the end of the log
    "1, -1", // only before the base backup, which saved its own
    "3 11, -1" // files came after the end of the log: it is whole
  })
  void it_goes_to_the_newest_moment_that_has_files(String hours, int expected) {
    ChooseBackup choice = among(hours);
    assertThat(choice.chosen(hour(12))).isEqualTo(BASE);
    assertThat(choice.withFiles(BASE)).isEqualTo(expected < 0 ? null : hour(expected));
  }
}
