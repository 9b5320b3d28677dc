package dev.interlock.changes.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.ChangeRegister;
import dev.interlock.changes.FiledVersion;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterEvent.CarriedOut;
import dev.interlock.changes.RegisterEvent.Decided;
import dev.interlock.changes.RegisterEvent.EvidenceReceived;
import dev.interlock.changes.RegisterEvent.Filed;
import dev.interlock.changes.RegisterEvent.Revised;
import dev.interlock.changes.RegisterEvent.Withdrawn;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every register must do. */
abstract class ChangeRegisterContract {

  static final Instant AT = Instant.parse("2026-11-21T10:00:00.123456789Z");
  static final Bytes FILE = Bytes.utf8("kind: Change");
  static final String HASH = ChangeDigest.sha256(FILE.toArray());

  private ChangeRegister register = ChangeRegister.inMemory();

  abstract ChangeRegister fresh();

  @BeforeEach
  void begin() {
    register = fresh();
  }

  static FiledVersion version(String title) {
    return new FiledVersion(
        "c.yaml", Map.of("c.yaml", HASH), "sha256:" + HASH, title, "module", "production", "ann");
  }

  static NewEvent event(RegisterEvent says, int seen) {
    return new NewEvent(says, "ann@example.com", AT, seen, null);
  }

  static NewEvent event(RegisterEvent says, int seen, String key, String fingerprint) {
    return new NewEvent(says, "ann@example.com", AT, seen, new NewEvent.Retry(key, fingerprint));
  }

  private RecordedEvent append(RegisterEvent says, int seen) {
    return register.append(event(says, seen), List.of(FILE));
  }

  private void refused(RegisterCode code, RegisterEvent says, int seen) {
    long before = register.position();
    assertThatThrownBy(() -> append(says, seen))
        .isInstanceOfSatisfying(
            RegisterRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(register.position()).isEqualTo(before);
  }

  @Test
  void events_come_back_as_they_were_appended_and_in_order() {
    List<RegisterEvent> all =
        List.of(
            new Filed("a", version("first \"quoted\" ü")),
            new EvidenceReceived(null, "drill", HASH),
            new EvidenceReceived("a", "approval", HASH),
            new Decided("a", "wait", 7, Map.of("pack.json", HASH)),
            new Revised("a", version("second")),
            new CarriedOut("a", null));
    List<Integer> seen = List.of(0, 0, 1, 1, 1, 2);
    List<RecordedEvent> appended = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      appended.add(append(all.get(i), seen.get(i)));
    }
    assertThat(register.after(0, 100)).isEqualTo(appended);
    assertThat(appended).extracting(RecordedEvent::says).isEqualTo(all);
    assertThat(appended).extracting(RecordedEvent::version).containsExactly(1, 0, 1, 1, 2, 2);
    assertThat(appended)
        .extracting(RecordedEvent::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(appended.getFirst().at()).isEqualTo(Instant.parse("2026-11-21T10:00:00.123456Z"));
    assertThat(register.after(2, 2)).isEqualTo(appended.subList(2, 4));
    assertThat(register.after(6, 2)).isEmpty();
    assertThat(register.position()).isEqualTo(6);
  }

  @Test
  void files_come_back_by_their_digest_and_a_missing_one_is_told() {
    append(new Filed("a", version("first")), 0);
    assertThat(register.contents(List.of(HASH))).containsExactly(Map.entry(HASH, FILE));
    assertThat(register.contents(List.of())).isEmpty();
    assertThatThrownBy(() -> register.contents(List.of("00".repeat(32))))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lost");
  }

  @Test
  void an_event_that_has_seen_another_version_is_refused() {
    append(new Filed("a", version("first")), 0);
    append(new Revised("a", version("second")), 1);
    refused(RegisterCode.STALE, new Revised("a", version("third")), 1);
    refused(RegisterCode.STALE, new EvidenceReceived("a", "approval", HASH), 1);
    refused(RegisterCode.STALE, new Withdrawn("a", "no need"), 3);
    refused(RegisterCode.STALE, new Decided("a", "go", 1, Map.of()), 0);
    append(new Revised("a", version("third")), 2);
  }

  @Test
  void a_name_is_filed_once_and_what_was_never_filed_has_no_events() {
    append(new Filed("a", version("first")), 0);
    refused(RegisterCode.FILED_ALREADY, new Filed("a", version("again")), 0);
    refused(RegisterCode.NO_SUCH_CHANGE, new Revised("b", version("first")), 0);
    refused(RegisterCode.NO_SUCH_CHANGE, new Withdrawn("b", "why"), 1);
  }

  @Test
  void nothing_happens_to_a_change_that_was_withdrawn_or_carried_out() {
    append(new Filed("a", version("first")), 0);
    append(new Withdrawn("a", "no need"), 1);
    append(new Filed("b", version("first")), 0);
    append(new CarriedOut("b", "done"), 1);
    refused(RegisterCode.CLOSED, new Revised("a", version("second")), 1);
    refused(RegisterCode.CLOSED, new CarriedOut("a", null), 1);
    refused(RegisterCode.CLOSED, new EvidenceReceived("b", "approval", HASH), 1);
    refused(RegisterCode.FILED_ALREADY, new Filed("a", version("again")), 0);
  }

  @Test
  void the_same_request_under_the_same_key_appends_once() {
    NewEvent filed = event(new Filed("a", version("first")), 0, "k", "f");
    RecordedEvent first = register.append(filed, List.of(FILE));
    append(new Revised("a", version("second")), 1);
    assertThat(register.append(filed, List.of(FILE))).isEqualTo(first);
    assertThat(register.position()).isEqualTo(2);
    assertThatThrownBy(
            () -> register.append(event(new Withdrawn("a", "x"), 2, "k", "other"), List.of()))
        .isInstanceOfSatisfying(
            RegisterRefused.class, r -> assertThat(r.code()).isEqualTo(RegisterCode.KEY_REUSED));
  }

  @Test
  void a_key_belongs_to_its_account() {
    register.append(event(new Filed("a", version("first")), 0, "k", "f"), List.of(FILE));
    NewEvent other =
        new NewEvent(
            new Filed("b", version("first")), "bob", AT, 0, new NewEvent.Retry("k", "other"));
    assertThat(register.append(other, List.of()).position()).isEqualTo(2);
  }

  @Test
  void of_many_who_revise_the_same_version_one_gets_through() throws Exception {
    append(new Filed("a", version("first")), 0);
    List<Callable<@Nullable RecordedEvent>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String title = "revision " + i;
      all.add(() -> revised(title));
    }
    assertThat(all(all).stream().filter(event -> event != null)).hasSize(1);
    assertThat(register.position()).isEqualTo(2);
  }

  @Test
  void all_who_answer_the_same_version_get_through_without_gaps() throws Exception {
    append(new Filed("a", version("first")), 0);
    List<Callable<@Nullable RecordedEvent>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      all.add(() -> append(new EvidenceReceived("a", "approval", HASH), 1));
    }
    all(all);
    assertThat(register.after(0, 100))
        .extracting(RecordedEvent::position)
        .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 17).boxed().toList());
  }

  private @Nullable RecordedEvent revised(String title) {
    try {
      return append(new Revised("a", version(title)), 1);
    } catch (RegisterRefused refused) {
      assertThat(refused.code()).isEqualTo(RegisterCode.STALE);
      return null;
    }
  }

  private static List<@Nullable RecordedEvent> all(List<Callable<@Nullable RecordedEvent>> calls)
      throws Exception {
    List<@Nullable RecordedEvent> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<@Nullable RecordedEvent> call : threads.invokeAll(calls)) {
        results.add(call.get());
      }
    }
    return results;
  }
}
