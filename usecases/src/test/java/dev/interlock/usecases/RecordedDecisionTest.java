package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent.Decided;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.SigningKey;
import dev.interlock.testkit.SampleKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that was asked for is in the ledger, and its pack derives it again. */
class RecordedDecisionTest {

  private static final Instant AT = Instant.parse("2026-11-21T22:30:00Z");
  private static final String GOES = "manufacturing-release";

  @TempDir private static Path folder = Path.of("");

  private final RegisteredSamples samples = new RegisteredSamples();
  private final ChangeBook book = samples.book();
  private final SigningKey key = SampleKeys.of("a server");
  private FileLedger ledger = open("unused");

  private FileLedger open(String name) {
    return FileLedger.open(folder.resolve(name), "test/server", key, InstantSource.fixed(AT));
  }

  @BeforeEach
  void a_ledger() throws IOException {
    ledger.close();
    Files.delete(folder.resolve("unused"));
    ledger = open("decisions.ledger");
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
    Files.delete(folder.resolve("decisions.ledger"));
  }

  private AskDecision.Asked ask() {
    return ask(AsOf::named);
  }

  private AskDecision.Asked ask(Function<Instant, AsOf> asOf) {
    return new AskDecision(book, new DecideRegistered(book, "1.0", asOf), ledger, key)
        .run(GOES, samples.estate(), new Author("pipeline", AT));
  }

  @Test
  void the_pack_replays_and_proves_that_the_ledger_holds_the_decision() throws IOException {
    AskDecision.Asked asked = ask();
    assertThat(asked.event().says())
        .isInstanceOfSatisfying(
            Decided.class, decided -> assertThat(decided.outcome()).isEqualTo("go"));
    Path pack = folder.resolve("go.zip");
    Files.write(pack, new PackRegistered(book, ledger).run(GOES, asked.event().position()));
    var replay = new ReplayDecision("1.0").run(ReplayDecision.Request.of(pack));
    assertThat(replay.differences()).isEmpty();
    assertThat(replay.recorded()).isEqualTo(asked.decided().record());
    Path keyFile = folder.resolve("server.pub");
    Files.writeString(keyFile, key.verificationKey().toPem());
    var found = new VerifyDecisionPack().run(pack, List.of(keyFile));
    assertThat(found.problems()).isEmpty();
    assertThat(found.ledger().orElseThrow().proof().index()).isEqualTo(asked.entry());
  }

  @Test
  void a_pack_for_the_present_replays_what_a_fast_clock_left_unknown() throws IOException {
    AskDecision.Asked asked = ask(AsOf::present);
    assertThat(asked.decided().decision().contacts())
        .filteredOn(contact -> contact.name().equals("incidents"))
        .allSatisfy(contact -> assertThat(contact.state()).isEqualTo(State.UNKNOWN));
    Path pack = folder.resolve("stop.zip");
    Files.write(pack, new PackRegistered(book, ledger).run(GOES, asked.event().position()));
    var replay = new ReplayDecision("1.0").run(ReplayDecision.Request.of(pack));
    assertThat(replay.recorded()).isEqualTo(asked.decided().record());
    assertThat(replay.differences()).isEmpty();
  }

  @Test
  void a_decision_that_was_never_made_has_no_pack() {
    assertThatThrownBy(() -> new PackRegistered(book, ledger).run(GOES, 1))
        .isInstanceOfSatisfying(
            RegisterRefused.class,
            e -> assertThat(e.code()).isEqualTo(RegisterCode.NO_SUCH_DECISION));
  }
}
