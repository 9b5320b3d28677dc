package dev.interlock.recovery.postgres.physical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.postgres.PostgresVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalChainTest {

  private static final long MEGABYTE = 1 << 20;
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path archive;

  @Test
  void names_count_on_where_a_part_of_them_is_full() {
    WalSegment last = segment("0000000100000001000000FF", 16 * MEGABYTE);

    assertThat(last.next().name()).isEqualTo("000000010000000200000000");
    assertThat(segment("00000001000000010000003F", 64 * MEGABYTE).next().name())
        .isEqualTo("000000010000000200000000");
    assertThat(WalSegment.at(1, "2/1000028", 16 * MEGABYTE).name())
        .isEqualTo("000000010000000200000001");
    assertThat(WalSegment.named("00000002.history", MEGABYTE)).isEmpty();
    assertThat(WalSegment.named("000000010000000000000003.partial", MEGABYTE)).isEmpty();
  }

  @Test
  void a_gap_after_the_backup_is_named() throws IOException {
    archived("1:3", "1:4", "1:6");

    WalChain chain = chain(3, 4);

    assertThat(chain.complete()).isFalse();
    assertThat(chain.missing()).containsExactly(name(1, 5));
    assertThat(chain.last()).isEqualTo(name(1, 4));
  }

  @Test
  void a_backup_whose_own_log_was_not_archived_is_not_complete() throws IOException {
    archived("1:3");

    assertThat(chain(3, 4).missing()).containsExactly(name(1, 4));
  }

  @Test
  void an_archive_is_followed_onto_the_timeline_that_branched_off_later() throws IOException {
    archived("1:3", "1:4", "1:5", "1:6", "2:5", "2:6", "2:7");
    history(2, "1\t0/500060\tno recovery target specified");

    WalChain chain = chain(3, 4);

    assertThat(chain.complete()).isTrue();
    assertThat(chain.last()).isEqualTo(name(2, 7));
  }

  @Test
  void the_file_in_which_a_timeline_was_left_may_lie_on_either() throws IOException {
    archived("1:3", "1:4", "1:5", "2:6");
    history(2, "1\t0/500060\tbefore 2026-11-22 10:00:00+00");

    assertThat(chain(3, 4).complete()).isTrue();
  }

  @Test
  void what_lies_on_the_timeline_that_was_left_fills_no_gap() throws IOException {
    archived("1:3", "1:4", "1:5", "1:6", "2:7");
    history(2, "1\t0/500060\twhy");

    assertThat(chain(3, 4).missing()).containsExactly(name(2, 6));
  }

  @Test
  void a_timeline_that_was_left_before_the_backup_is_stale() throws IOException {
    archived("1:3", "1:4", "2:2", "2:3", "2:4", "2:5");
    history(2, "1\t0/200060\twhy");

    WalChain chain = chain(3, 4);

    assertThat(chain.branchedOff()).isFalse();
    assertThat(chain.complete()).isFalse();
  }

  @Test
  void a_file_of_another_size_is_damaged() throws IOException {
    archived("1:3", "1:4", "1:5");
    Files.write(archive.resolve(name(1, 4)), new byte[100]);

    assertThat(chain(3, 4).damaged()).containsExactly(name(1, 4));
    assertThat(chain(3, 4).complete()).isFalse();
  }

  private WalChain chain(long first, long last) throws IOException {
    return new WalArchive(archive).from(backup(first, last));
  }

  private static ServerCopy.Made backup(long first, long last) {
    return new ServerCopy.Made(
        new PostgresVersion(15, "15.18"),
        "7301234567890123456",
        new WalSegment(1, first, MEGABYTE),
        new WalSegment(1, last, MEGABYTE),
        AT,
        AT);
  }

  private void archived(String... segments) throws IOException {
    for (String segment : segments) {
      String[] parts = segment.split(":");
      Path file = archive.resolve(name(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
      try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
        content.setLength(MEGABYTE);
      }
    }
  }

  private void history(long timeline, String line) throws IOException {
    Files.writeString(archive.resolve("%08X.history".formatted(timeline)), line + "\n");
  }

  private static String name(long timeline, long number) {
    return new WalSegment(timeline, number, MEGABYTE).name();
  }

  private static WalSegment segment(String name, long bytes) {
    return WalSegment.named(name, bytes).orElseThrow();
  }
}
