package dev.interlock.server.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Finding;
import dev.interlock.goldens.Checkout;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateFolder;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ImportChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check found stays as long as it can't find anything else. */
class KnownFindingsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");

  private final Path samples = Checkout.samples();
  private final ChangeBook book = ChangeBook.inMemory();
  private final CurrentEstate estate =
      new CurrentEstate(new EstateFolder(samples.resolve("estate")), InstantSource.fixed(NOW));
  private KnownFindings known;
  private RegisteredChange change;

  @BeforeEach
  void file() {
    estate.refresh();
    new ImportChanges(book)
        .run(samples.resolve("changes"), null, estate.inForce(), new Author("sample", NOW));
    known = new KnownFindings(book, estate);
    change = book.require("tenant-field-service");
  }

  @Test
  void they_are_those_of_the_gate_the_gravest_first_and_checked_once() {
    List<Finding> found = known.of(change, NOW);
    assertThat(found).isNotEmpty();
    assertThat(found).isSortedAccordingTo((a, b) -> b.severity().compareTo(a.severity()));
    assertThat(known.of(change, NOW.plusSeconds(60))).isSameAs(found);
  }

  @Test
  void they_are_checked_again_when_a_waiver_has_ended() {
    Instant end = WaiverEnd.nextAfter(NOW, estate.state().loaded().estate());
    assertThat(end).isAfter(NOW).isBefore(Instant.MAX);
    List<Finding> found = known.of(change, NOW);

    assertThat(known.of(change, end.minus(Duration.ofSeconds(1)))).isSameAs(found);
    assertThat(known.of(change, end)).isNotSameAs(found);
  }
}
