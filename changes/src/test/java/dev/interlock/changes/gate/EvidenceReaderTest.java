package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.EvidenceReader;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Predicate;
import dev.interlock.ledger.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader keeps of evidence changes nothing of what it says later. */
class EvidenceReaderTest {

  private static final Instant LONG_AGO = Instant.parse("2026-02-01T00:00:00Z");

  private static final Instant BEFORE_THE_END = Instant.parse("2026-10-31T23:59:59Z");

  /** With a key that ended, which nobody revoked. */
  private static final Estate ESTATE =
      TestEstate.edited(t -> t.replace("  revoked: 2026-10-01T00:00:00Z\n", ""));

  private static final List<Instant> INSTANTS =
      List.of(
          Scenario.NOW,
          BEFORE_THE_END,
          Instant.parse("2026-11-01T00:00:00Z"),
          Scenario.NOW.plus(Duration.ofDays(4000)),
          Scenario.NOW);

  private static EvidenceFile file(String name, String content) {
    return new EvidenceFile(name, Bytes.utf8(content));
  }

  private static EvidenceFile signed(String name, String key, Predicate says) {
    return new EvidenceFile(name, new EvidenceSigner().sign(says, TestEstate.key(key)).toJson());
  }

  private static List<EvidenceFile> files() {
    Predicate tested = Scenario.tested("test", "s", true, LONG_AGO);
    List<EvidenceFile> files = new ArrayList<>();
    files.add(signed("ended.json", "old-pipeline", tested));
    files.add(signed("good.json", "pipeline", tested));
    files.add(signed("stranger.json", "stranger", tested));
    files.add(file("broken.json", files.get(1).content().utf8().replace("payload", "paylod")));
    files.add(
        file("forged.json", files.get(1).content().utf8().replace("\"sig\":\"", "\"sig\":\"A")));
    files.add(file("empty.json", ""));
    files.add(file("all.jsonl", files.get(0).content().utf8() + "\n{}\n"));
    return files;
  }

  private static List<String> judged(EvidenceBook book) {
    return book.items().stream()
        .map(item -> item.label() + " " + item.predicate() + " " + item.standing())
        .toList();
  }

  @Test
  void at_every_instant_it_says_what_a_new_one_says() {
    EvidenceReader kept = new EvidenceReader(ESTATE);
    for (Instant instant : INSTANTS) {
      assertThat(judged(kept.read(files(), instant)))
          .as("at %s", instant)
          .isEqualTo(judged(new EvidenceReader(ESTATE).read(files(), instant)));
    }
  }

  @Test
  void a_key_that_ended_since_counts_no_more() {
    EvidenceReader reader = new EvidenceReader(ESTATE);
    assertThat(standing(reader, BEFORE_THE_END)).isInstanceOf(Standing.Trusted.class);
    assertThat(standing(reader, Scenario.NOW)).isInstanceOf(Standing.Untrusted.class);
  }

  private static Standing standing(EvidenceReader reader, Instant instant) {
    EvidenceItem item = reader.read(files().subList(0, 1), instant).items().getFirst();
    return item.standing();
  }

  @Test
  void the_same_name_with_other_content_is_read_anew() {
    EvidenceReader reader = new EvidenceReader(ESTATE);
    reader.read(files().subList(0, 2), Scenario.NOW);
    EvidenceFile other = new EvidenceFile("good.json", files().get(2).content());
    assertThat(reader.read(List.of(other), Scenario.NOW).items().getFirst().trusted()).isFalse();
  }
}
