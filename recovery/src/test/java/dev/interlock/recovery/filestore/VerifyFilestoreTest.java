package dev.interlock.recovery.filestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.filestore.FileProblem.Kind;
import dev.interlock.recovery.filestore.VerifiedFiles.Orphans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class VerifyFilestoreTest {

  @TempDir private Path temp;
  private Path filestore;

  @BeforeEach
  void create() throws IOException {
    filestore = Files.createDirectories(temp.resolve("acme"));
  }

  private VerifiedFiles verify(Collection<AttachmentFile> files) throws IOException {
    Path list = Files.write(temp.resolve("files.list"), Filestores.text(files));
    return new VerifyFilestore(3, FileProgress.NONE).verify(filestore, FileList.at(list));
  }

  @Tag("slow")
  @Test
  void right_filestore_of_many_small_files_is_whole() throws IOException {
    var files = Filestores.make(filestore, 10_000, 60).keySet();
    VerifiedFiles verified = verify(files);
    assertThat(verified.isWhole()).isTrue();
    assertThat(verified.listed().files()).isEqualTo(10_000);
    assertThat(verified.orphans()).isEqualTo(new Orphans(0, 0));
  }

  @Test
  void every_kind_of_damage_is_found_and_named() throws Exception {
    List<AttachmentFile> files = new ArrayList<>(Filestores.make(filestore, 300, 300_000).keySet());
    files.removeIf(f -> f.bytes() < 10);
    Path[] paths = files.stream().map(f -> filestore.resolve(f.name())).toArray(Path[]::new);
    Files.delete(paths[0]);
    byte[] content = Files.readAllBytes(paths[1]);
    Files.write(paths[1], Arrays.copyOf(content, content.length - 1));
    Files.write(paths[2], Arrays.copyOf(Files.readAllBytes(paths[2]), 300_001));
    byte[] flipped = Files.readAllBytes(paths[3]);
    flipped[flipped.length / 2] ^= 16;
    Files.write(paths[3], flipped);
    Path moved = Files.move(paths[4], temp.resolve("moved"));
    Files.createSymbolicLink(paths[4], moved);
    Files.delete(paths[5]);
    assertThat(new ProcessBuilder("mkfifo", paths[5].toString()).start().waitFor()).isZero();
    VerifiedFiles verified = verify(files);
    assertThat(verified.problems().named().stream().map(FileProblem::kind))
        .containsExactly(
            Kind.MISSING,
            Kind.SHORT,
            Kind.LONG,
            Kind.WRONG_CONTENT,
            Kind.NOT_A_FILE,
            Kind.NOT_A_FILE);
    assertThat(verified.problems().named().stream().map(FileProblem::name))
        .isEqualTo(files.stream().limit(6).map(AttachmentFile::name).toList());
    assertThat(verified.isWhole()).isFalse();
  }

  @Test
  void swapped_files_of_one_size_are_both_wrong() throws IOException {
    AttachmentFile one = Filestores.of(Filestores.ascii("first content"));
    AttachmentFile two = Filestores.of(Filestores.ascii("other content"));
    Filestores.lay(filestore, one, Filestores.ascii("other content"));
    Filestores.lay(filestore, two, Filestores.ascii("first content"));
    List<AttachmentFile> files = new ArrayList<>(List.of(one, two));
    files.sort((a, b) -> a.name().compareTo(b.name()));
    assertThat(verify(files).problems().count(Kind.WRONG_CONTENT)).isEqualTo(2);
  }

  @Test
  void orphans_are_counted_and_marked_ones_apart() throws IOException {
    List<AttachmentFile> files = List.copyOf(Filestores.make(filestore, 500, 50).keySet());
    for (AttachmentFile marked : files.subList(0, 7)) {
      Filestores.lay(filestore.resolve("checklist"), marked, new byte[0]);
    }
    Files.writeString(filestore.resolve("notes.txt"), "x");
    Files.createDirectories(filestore.resolve("00-/x"));
    Files.createDirectories(filestore.resolve("zz"));
    Files.writeString(filestore.resolve("zz/letter"), "x");
    // Two marked files are listed all the same, which is no orphan.
    VerifiedFiles verified = verify(files.subList(5, 490));
    assertThat(verified.isWhole()).isTrue();
    assertThat(verified.orphans()).isEqualTo(new Orphans(5, 10 + 3));
  }

  @Test
  void filestore_that_is_not_there_misses_every_file() throws IOException {
    var files = Filestores.make(filestore, 1500, 20).keySet();
    filestore = temp.resolve("gone");
    VerifiedFiles verified = verify(files);
    assertThat(verified.problems().count(Kind.MISSING)).isEqualTo(1500);
    assertThat(verified.problems().named()).hasSize(1000);
  }
}
