package dev.interlock.server.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateFolder;
import dev.interlock.server.findings.FindingFilter.Words;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ImportChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A queue that is too long to be checked while somebody waits. */
@Tag("slow")
class FindingsAheadTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");
  private static final String NAME = "tenant-field-service";
  private static final int MORE = 30;

  @TempDir private Path folder;

  @Test
  void what_was_not_checked_yet_is_counted_apart_and_comes_by_itself() throws Exception {
    ListFindings list = ListFindings.of(book(), estate());

    FindingsPart first = run(list);
    assertThat(first.unchecked()).isPositive();
    assertThat(first.changes()).isGreaterThan(MORE);

    FindingsPart then = run(list);
    while (then.unchecked() > 0) {
      assertThat(then.all()).isGreaterThanOrEqualTo(first.all());
      Thread.sleep(20);
      then = run(list);
    }
    assertThat(then.all()).isGreaterThan(first.all());
    assertThat(then.changes()).isEqualTo(first.changes());
  }

  private static FindingsPart run(ListFindings list) {
    return list.run(new Words(null, null, null, null, null, null).filter(), null, 10, NOW);
  }

  private ChangeBook book() throws IOException {
    Path samples = Checkout.samples();
    FileSystemUtils.copyRecursively(samples, folder);
    String text = Files.readString(samples.resolve("changes/" + NAME + ".yaml"));
    for (int i = 0; i < MORE; i++) {
      String name = NAME + "-" + i;
      Files.writeString(
          folder.resolve("changes/" + name + ".yaml"),
          text.replace("name: " + NAME, "name: " + name));
    }
    ChangeBook book = ChangeBook.inMemory();
    new ImportChanges(book)
        .run(folder.resolve("changes"), null, estate().inForce(), new Author("sample", NOW));
    return book;
  }

  private static CurrentEstate estate() {
    CurrentEstate estate =
        new CurrentEstate(
            new EstateFolder(Checkout.samples().resolve("estate")), InstantSource.fixed(NOW));
    estate.refresh();
    return estate;
  }
}
