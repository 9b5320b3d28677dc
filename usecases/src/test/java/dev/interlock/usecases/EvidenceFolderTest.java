package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No evidence is overlooked because of how its file is named or where it lies. */
class EvidenceFolderTest {

  private static final Path SAMPLES = Checkout.samples();
  private static final Instant NIGHT = Instant.parse("2026-11-21T22:30:00Z");

  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }

  private static List<String> names(EvidenceFolder read) {
    return read.files().stream().map(EvidenceFile::name).toList();
  }

  @Test
  void every_ending_in_any_letter_case_is_read() throws IOException {
    for (String name : List.of("a.json", "b.JSON", "c.Jsonl", "d/e.dsse", "f.intoto.jsonl")) {
      file(name);
    }

    EvidenceFolder read = EvidenceFolder.read(folder);

    assertThat(names(read))
        .containsExactly("a.json", "b.JSON", "c.Jsonl", "d/e.dsse", "f.intoto.jsonl");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void a_file_that_is_passed_over_is_said() throws IOException {
    file("refusal.json.bak");

    EvidenceFolder read = EvidenceFolder.read(folder);

    assertThat(read.files()).isEmpty();
    assertThat(read.warnings()).extracting(Diagnostic::code).containsExactly("EVD006");
    assertThat(read.warnings().getFirst().toString()).contains("refusal.json.bak");
  }

  @Test
  void links_are_followed_and_circles_end() throws IOException {
    Path real = folder.resolve("real");
    Files.createDirectories(real);
    Files.writeString(real.resolve("a.json"), "{}");
    Path evidence = Files.createSymbolicLink(folder.resolve("evidence"), real);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("b.json"), "{}");
    Files.createSymbolicLink(real.resolve("linked"), elsewhere);
    Files.createSymbolicLink(real.resolve("c.json"), elsewhere.resolve("b.json"));
    Files.createSymbolicLink(elsewhere.resolve("back"), real);

    EvidenceFolder read = EvidenceFolder.read(evidence);

    assertThat(names(read)).contains("a.json", "c.json", "linked/b.json");
    assertThat(read.warnings()).extracting(Diagnostic::code).containsOnly("EVD006");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refusal.json", "refusal.jsonl"})
  void what_cannot_be_opened_is_said_and_stops_the_change(String name) throws IOException {
    Path evidence = folder.resolve("evidence");
    Files.createSymbolicLink(evidence.resolveSibling("samples"), SAMPLES.resolve("evidence"));
    Files.createDirectories(evidence);
    Files.createSymbolicLink(evidence.resolve("good"), SAMPLES.resolve("evidence"));
    assertThat(decide(evidence).decision().outcome().word()).isEqualTo("go");
    Files.createSymbolicLink(evidence.resolve(name), folder.resolve("nowhere"));

    DecidedChange decided = decide(evidence);

    assertThat(decided.decision().outcome().word()).isEqualTo("stop");
    assertThat(decided.decision().contacts())
        .filteredOn(c -> c.state() == State.UNKNOWN)
        .extracting(Contact::reason)
        .isNotEmpty()
        .allMatch(reason -> reason.contains(name));
    assertThat(decided.warnings()).extracting(Diagnostic::code).contains("EVD005");
  }

  private static DecidedChange decide(Path evidence) {
    return new DecideChange("test")
        .run(
            new DecideChange.Request(
                SAMPLES.resolve("changes/manufacturing-release.yaml"),
                SAMPLES.resolve("estate"),
                evidence),
            NIGHT);
  }

  @Test
  void a_folder_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> EvidenceFolder.read(folder.resolve("no")))
        .isInstanceOf(InputRejected.class);
  }
}
