package dev.interlock.usecases.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFileTest {

  private static final int MUCH = 3 << 20;

  @TempDir private Path folder = Path.of("");

  @Test
  void what_is_appended_is_read_at_its_place() {
    try (SpoolFile file = SpoolFile.create(folder)) {
      file.append(new byte[] {1, 2, 3}, 1, 2);
      file.append(new byte[MUCH], 0, MUCH);
      assertThat(file.read(0, 3)).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3, 0}));
      file.append(new byte[] {9}, 0, 1);
      assertThat(file.length()).isEqualTo(2 + MUCH + 1);
      assertThat(file.read(2 + MUCH - 1, 2)).isEqualTo(ByteBuffer.wrap(new byte[] {0, 9}));
    }
  }

  @Test
  void nothing_is_left_behind() {
    try (SpoolFile file = SpoolFile.create(folder)) {
      file.append(new byte[MUCH], 0, MUCH);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_program_that_is_killed_leaves_nothing_behind() {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    try (SpoolFile file = SpoolFile.create(folder)) {
      file.append(new byte[MUCH], 0, MUCH);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void a_full_disk_is_told() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    FileChannel channel = FileChannel.open(full, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (SpoolFile file = new SpoolFile(channel, folder)) {
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> file.append(new byte[MUCH], 0, MUCH))
          .withMessageContaining(folder + ": No space left on device; make room there")
          .returns("CLI029", Fault::code);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_told() {
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> SpoolFile.create(missing))
        .withMessageContaining(missing + ": there is no such folder; make room there")
        .returns("CLI029", Fault::code);
  }

  @Test
  void a_file_that_lost_its_end_is_told() {
    try (SpoolFile file = SpoolFile.create(folder)) {
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> file.read(0, 1))
          .withMessageContaining("the file has become shorter");
    }
  }
}
