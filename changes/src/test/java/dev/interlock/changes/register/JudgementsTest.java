package dev.interlock.changes.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.Judgement.Answer;
import dev.interlock.changes.Judgement.Basis;
import dev.interlock.changes.Judgements;
import dev.interlock.changes.PostgresJudgements;
import dev.interlock.changes.register.RegisterServer.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The projection in a real PostgreSQL and in memory: both keep the same. */
@ExtendWith(RegisterServer.class)
class JudgementsTest {

  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

  private final DataSource runtime;
  private final List<Judgements> both;

  JudgementsTest(TestDatabase database) {
    this.runtime = database.as(RegisterServer.RUNTIME);
    this.both = List.of(Judgements.inMemory(), PostgresJudgements.open(runtime));
  }

  private static Judgement judged(Instant at, String outcome) {
    Map<String, String> contacts = new LinkedHashMap<>();
    contacts.put("window", "pending");
    contacts.put("approvals", "closed");
    Map<String, String> reasons = Map.of("window", "Early shift in Linz: a=b, until 14:00");
    Answer answer = new Answer(outcome, "normal", null, AT.plusSeconds(60), contacts, reasons);
    return new Judgement("a", "sha256:1", at, new Basis("sha256:e", 7), answer, null);
  }

  @Test
  void the_newest_judgement_of_a_change_is_kept_whole() {
    for (Judgements judgements : both) {
      judgements.keep(judged(AT, "wait"));
      judgements.keep(judged(AT.plusSeconds(1), "go"));
      judgements.keep(judged(AT.minusSeconds(1), "stop"));
      assertThat(judgements.all()).isEqualTo(Map.of("a", judged(AT.plusSeconds(1), "go")));
      Answer answer = judgements.all().values().iterator().next().answer();
      assertThat(answer == null ? List.of() : List.copyOf(answer.contacts().keySet()))
          .containsExactly("window", "approvals");
      judgements.clear();
      assertThat(judgements.all()).isEmpty();
    }
  }

  @Test
  void what_another_server_kept_or_removed_is_seen() {
    Judgements here = both.getLast();
    Judgements elsewhere = PostgresJudgements.open(runtime);
    elsewhere.keep(judged(AT, "wait"));
    assertThat(here.all()).isEqualTo(Map.of("a", judged(AT, "wait")));
    elsewhere.keep(judged(AT, "go"));
    assertThat(here.all()).isEqualTo(Map.of("a", judged(AT, "go")));
    elsewhere.clear();
    assertThat(here.all()).isEmpty();
  }

  @Test
  void what_could_not_be_judged_says_why() {
    Judgement failed =
        new Judgement("b", "sha256:1", AT, new Basis("sha256:e", 7), null, "no environment");
    for (Judgements judgements : both) {
      judgements.keep(failed);
      assertThat(judgements.all()).isEqualTo(Map.of("b", failed));
    }
  }
}
