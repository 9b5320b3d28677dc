package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose copy pg_basebackup fetched is drilled as any other, and compared file by file. */
@Tag("slow")
class FetchedServerTest {

  private static final String WHOLE = "backup/copy-is-whole";

  @TempDir private static Path folder;

  private static @Nullable LoggedOdoo made;
  private static @Nullable Backup fetched;

  @BeforeAll
  static void save() throws Exception {
    LoggedOdoo odoo = LoggedOdoo.in(folder);
    made = odoo;
    fetched = odoo.fetch(odoo.odoo().storeFolder());
    odoo.order("after the copy");
    odoo.server().archiveAll();
    odoo.ship(odoo.server().archive(), odoo.odoo().storeFolder(), null);
  }

  @AfterAll
  static void end() {
    if (made != null) {
      made.close();
    }
  }

  private static LoggedOdoo odoo() {
    return Objects.requireNonNull(made);
  }

  private static Backup backup() {
    return Objects.requireNonNull(fetched);
  }

  private static List<Checked> notPassed(Drill drill) {
    return drill.checks().stream().filter(it -> it.outcome() != Outcome.PASS).toList();
  }

  @Test
  void it_comes_back_to_the_end_of_its_log_and_every_file_is_as_postgresql_noted_it() {
    Drill drill = odoo().drill(backup(), RecoveryProgress.NONE);

    assertThat(notPassed(drill)).isEmpty();
    assertThat(drill.verified()).isTrue();
    assertThat(drill.checks()).extracting(Checked::check).contains(WHOLE, "backup/log-is-whole");
  }

  @Test
  void a_file_that_somebody_changed_and_signed_again_is_named() throws Exception {
    Path part =
        odoo()
            .odoo()
            .storeFolder()
            .resolve(
                StoreLayout.part(backup().environment(), backup().backup(), TakeBaseBackup.COPY));
    byte[] before = Files.readAllBytes(part);
    try {
      String file = largestTable(part);
      new ChangedCopy(part)
          .change(
              file,
              content -> {
                content[content.length - 20] ^= 1;
                return content;
              });
      Backup signed = new ChangedCopy(part).resigned(backup());

      Drill drill = odoo().drill(signed, RecoveryProgress.NONE);

      assertThat(drill.verified()).isFalse();
      assertThat(notPassed(drill))
          .anySatisfy(it -> {
            assertThat(it.check()).isEqualTo(WHOLE);
            assertThat(it.message()).contains(file);
          });
    } finally {
      new ChangedFile(part).write(before);
    }
  }

  private static String largestTable(Path part) throws Exception {
    try (ZipFile zip = new ZipFile(part.toFile())) {
      return zip.stream()
          .filter(it -> it.getName().matches("base/\\d+/\\d+"))
          .max(java.util.Comparator.comparingLong(java.util.zip.ZipEntry::getSize))
          .orElseThrow()
          .getName();
    }
  }
}
