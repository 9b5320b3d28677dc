package dev.interlock.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that was unpacked when the program was built. */
class UnpackedPostgresTest {

  private static final String PROPERTY = "interlock.postgresql";

  @TempDir Path scratch;
  private Path unpacked;
  private Path binaries;

  @BeforeEach
  void some_files() throws Exception {
    unpacked = scratch.resolve("unpacked");
    binaries = Files.createDirectories(scratch.resolve("data")).resolve("binaries");
    Path release = unpacked.resolve("PG-1");
    Files.createDirectories(release.resolve("bin"));
    Files.writeString(release.resolve("bin/postgres"), "program");
    assertThat(release.resolve("bin/postgres").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(release.resolve("latest"), Path.of("bin/postgres"));
    Files.writeString(release.resolve(".exists"), "");
    Files.setLastModifiedTime(
        release.resolve(".exists"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    System.setProperty(PROPERTY, unpacked.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void is_copied_with_what_tells_that_it_is_whole() throws Exception {
    UnpackedPostgres.provide(binaries);

    Path release = binaries.resolve("PG-1");
    assertThat(release.resolve("bin/postgres")).isExecutable().hasContent("program");
    assertThat(Files.isSymbolicLink(release.resolve("latest"))).isTrue();
    FileTime whole = Files.getLastModifiedTime(release.resolve(".exists"));
    for (Path part : new Path[] {release, release.resolve("bin"), release.resolve("latest")}) {
      assertThat(Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS))
          .isLessThanOrEqualTo(whole);
    }
    try (var files = Files.list(scratch.resolve("data"))) {
      assertThat(files).containsExactly(binaries);
    }
  }

  @Test
  void leaves_alone_what_is_there() throws Exception {
    Files.createDirectories(binaries);
    UnpackedPostgres.provide(binaries);
    assertThat(binaries).isEmptyDirectory();
  }

  @Test
  void is_not_needed() throws Exception {
    System.setProperty(PROPERTY, scratch.resolve("nowhere").toString());
    UnpackedPostgres.provide(binaries);
    assertThat(binaries).doesNotExist();
  }
}
