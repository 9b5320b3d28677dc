package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Decision;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.ledger.Bytes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision follows from the evidence that the gate was shown: the rest may be left out. */
class ShownEvidenceTest {

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_was_shown_alone_gives_the_same_decision_in_the_same_words(int seed) {
    RandomGenerator random = new Random(seed);
    Scenario scenario = GatePropertiesTest.scenario(random);
    List.copyOf(scenario.evidence.keySet()).stream()
        .filter(_ -> random.nextInt(5) == 0)
        .forEach(scenario::without);
    foreign(scenario);
    untrusted(scenario, random);
    Set<String> shown = new HashSet<>();
    Decision all =
        scenario
            .gate()
            .decide(
                scenario.request(),
                scenario.book().showing(item -> shown.add(item.file())),
                scenario.findings,
                scenario.now);

    List<EvidenceFile> kept =
        scenario.evidence.values().stream()
            .map(file -> file.only(shown))
            .flatMap(Optional::stream)
            .toList();
    scenario.evidence.clear();
    kept.forEach(file -> scenario.evidence.put(file.name(), file));

    assertThat(scenario.decide()).isEqualTo(all);
    assertThat(shown).doesNotContain("foreign.jsonl:1", "foreign.jsonl:3");
  }

  /** Evidence about other changes and places, beside a line that may be anything. */
  private static void foreign(Scenario scenario) {
    Scenario other = new Scenario();
    other.put("drill", "pipeline", Scenario.deployed("nowhere", true, hoursAgo(3)));
    String lines =
        text(other, "drill") + "\n{\"payload\": \"cut off\n" + text(other, "drill") + "\n";
    scenario.evidence.put("lines", new EvidenceFile("foreign.jsonl", Bytes.utf8(lines)));
  }

  private static String text(Scenario scenario, String name) {
    return Optional.ofNullable(scenario.evidence.get(name)).orElseThrow().content().utf8();
  }

  /** What does not count, but is remarked on. */
  private static void untrusted(Scenario scenario, RandomGenerator random) {
    var at = hoursAgo(random.nextInt(1, 9));
    scenario.put("x1", "stranger", scenario.approval("owner", "service-owner", at));
    scenario.put("x2", "stranger", scenario.refusal("release-one", "release-manager", at));
    scenario.put("x3", "stranger", Scenario.drill(at, "PT9H", "PT1M"));
    scenario.put("x4", "stranger", Scenario.register(at));
    if (random.nextBoolean()) {
      scenario.evidence.remove("lines");
    }
  }

  @Test
  void pieces_keep_their_names_when_others_are_left_out() {
    EvidenceFile file = new EvidenceFile("a.jsonl", Bytes.utf8("1\n\n2\r\n3"));

    EvidenceFile only = file.only(Set.of("a.jsonl:3", "b.json")).orElseThrow();

    assertThat(only.pieces()).isEqualTo(Map.of("a.jsonl:3", Bytes.utf8("2\r")));
    assertThat(only.content()).isEqualTo(Bytes.utf8("\n\n2\r\n"));
    assertThat(file.only(Set.of("a.jsonl"))).isEmpty();
    assertThat(file.pieces().keySet()).containsExactly("a.jsonl:1", "a.jsonl:3", "a.jsonl:4");
  }

  @Test
  void an_empty_file_is_one_piece_that_cannot_be_read_whatever_its_ending() {
    for (String name : List.of("bad.json", "bad.jsonl")) {
      Scenario scenario = new Scenario();
      scenario.evidence.put("bad", new EvidenceFile(name, Bytes.utf8("")));

      assertThat(scenario.book().items().stream().map(EvidenceItem::file)).contains(name);
      assertThat(scenario.decide().outcome()).as(name).isEqualTo(Decision.Outcome.STOP);
    }
  }
}
