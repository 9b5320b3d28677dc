package dev.interlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.CalendarFiles;
import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeReading;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.Contact;
import dev.interlock.changes.Decision;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.Gate;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Estate;
import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change of the sample is decided as its row in EXPECTED.md says, by the gate alone: no
 * guardrails are run here, so rows that the rules decide are left to the tests above.
 */
class SampleChangesTest {

  private static final Estate ESTATE = SampleEstate.estate();
  private static final CalendarFiles CALENDARS = CalendarFiles.under(SampleEstate.folder());
  private static final List<EvidenceFile> EVIDENCE =
      SampleEvidence.files().entrySet().stream()
          .map(file -> new EvidenceFile(file.getKey(), Bytes.utf8(file.getValue())))
          .toList();

  static Stream<ExpectedDecision> rows() {
    return ExpectedDecision.all().stream().filter(row -> !row.notClosed().contains("rules open"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void change_is_decided_as_expected(ExpectedDecision row) throws IOException {
    SampleChange sample = SampleChange.read(row);
    String file = "samples/changes/" + row.change() + ".yaml";
    ChangeReading reading =
        new ChangeReader().read(Files.readString(Checkout.root().resolve(file)), file, ESTATE);
    assertThat(reading.diagnostics()).isEmpty();
    ChangeRequest request =
        new ChangeRequest(row.change(), sample.change(), sample.digest(), reading.source());
    Gate gate = new Gate(ESTATE, name -> Windows.of(ESTATE, CALENDARS, name));
    Decision decision =
        gate.decide(
            request,
            EvidenceBook.of(EVIDENCE, ESTATE, row.at()),
            new ManifestFindings(List.of(), 12, List.of(), List.of()),
            row.at());
    List<String> notClosed =
        decision.contacts().stream()
            .filter(c -> c.state() != Contact.State.CLOSED)
            .map(c -> c.name() + " " + c.state().word())
            .toList();
    assertThat(notClosed).as("%s", decision).isEqualTo(row.notClosed());
    assertThat(decision.tier()).isEqualTo(row.tier());
    assertThat(decision.outcome().word()).isEqualTo(row.decision());
  }
}
