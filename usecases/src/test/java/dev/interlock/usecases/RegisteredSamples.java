package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.FiledVersion;
import dev.interlock.changes.Submission;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.estate.TrustedKey;
import dev.interlock.finding.SourceRef;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The sample's changes and evidence in a register. */
final class RegisteredSamples {

  private static final Path CHANGES = Checkout.samples().resolve("changes");
  private static final Path EVIDENCE = Checkout.samples().resolve("evidence");
  private static final Path ESTATE = Checkout.samples().resolve("estate");

  private final ChangeBook book = ChangeBook.inMemory();
  private final EstateInForce estate = new EstateInForce(DecideChange.estate(ESTATE), ESTATE, "");

  RegisteredSamples() {
    var author = new Author("sample", Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(new ImportChanges(book).run(CHANGES, EVIDENCE, estate, author)).isEmpty();
  }

  ChangeBook book() {
    return book;
  }

  EstateInForce estate() {
    return estate;
  }

  /** The sample's estate with one key more, to which people sign in. */
  EstateInForce estateTrusting(VerificationKey key) {
    TrustedKey trust =
        new TrustedKey(
            key.toPem(),
            List.of(),
            "server",
            true,
            List.of("approval"),
            List.of(),
            null,
            null,
            null);
    LoadedEstate loaded = estate.loaded();
    List<Entry<?>> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.addAll(loaded.estate().entries(kind));
    }
    all.add(
        new Entry<>(Kind.TRUSTED_KEY, "server", Map.of(), trust, SourceRef.file("server.yaml")));
    Estate more = new Estate(all);
    return new EstateInForce(
        new LoadedEstate(
            more, List.of(more), loaded.diagnostics(), loaded.files(), loaded.calendarFiles()),
        ESTATE,
        "");
  }

  DecidedChange byFiles(String change, Instant at) {
    var request = new DecideChange.Request(CHANGES.resolve(change + ".yaml"), ESTATE, EVIDENCE);
    return new DecideChange("1.0").run(request, at);
  }

  /** A change with its document edited. */
  Submission edited(String change, String from, String to) {
    FiledVersion version = book.require(change).version();
    SortedMap<String, Bytes> files = FiledFiles.contents(book, version);
    files.computeIfPresent(
        version.document(), (_, text) -> Bytes.utf8(text.utf8().replace(from, to)));
    return new Submission(version.document(), files);
  }
}
