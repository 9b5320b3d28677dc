package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which moments a drill can bring a backup to, and what it says of those that it can't. */
class DrillToTimeTest {

  private static final String FIRST = "20261118T020000Z";

  @TempDir private Path folder;

  private SignedManifests store;

  @BeforeEach
  void aStore() {
    store = SignedManifests.in(folder);
  }

  @Test
  void a_dump_is_brought_to_no_other_moment() throws Exception {
    store.add(FIRST, FIRST);
    store.trust();

    CliRun run = to(FIRST, "2026-11-18T10:15:00+01:00");

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("--to-time: error: " + FIRST + " brings back one moment only")
        .contains("only a base backup with its log");
    assertThat(to("", "2026-11-18T10:15:00+01:00").err()).contains("no base backup that counts");
  }

  @Test
  void a_moment_without_a_zone_or_to_come_is_refused() throws Exception {
    store.add(FIRST, FIRST);
    store.trust();

    assertThat(to(FIRST, "2026-11-18T10:15:00").err()).contains("is no instant");
    CliRun later = to(FIRST, "2100-01-01T00:00:00Z");
    assertThat(later.exit()).isEqualTo(2);
    assertThat(later.err()).contains("this moment has not been yet");
  }

  @Test
  void a_base_backup_is_not_brought_to_a_moment_before_its_end() throws Exception {
    store.add(
        FIRST,
        FIRST,
        "pg-dump",
        """
        log:
          system: "73"
          segmentBytes: 16777216
          first: "000000010000000000000003"
          last: "000000010000000000000003"
        """);
    store.trust();

    CliRun run = to("", "2026-11-18T01:59:59Z");
    CliRun reached = to("", "2026-11-18T02:00:00Z");

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("lies before the end of the base backup " + FIRST)
        .contains("the earliest moment that it can be brought to is 2026-11-18T02:00:00Z");
    assertThat(reached.exit()).as(reached.err()).isEqualTo(1);
    assertThat(reached.err()).contains("backup/parts-are-whole");
  }

  private CliRun to(String backup, String moment) throws IOException {
    return backup.isEmpty()
        ? store.drill("--to-time", moment)
        : store.drill("--to-time", moment, "--backup", backup);
  }
}
