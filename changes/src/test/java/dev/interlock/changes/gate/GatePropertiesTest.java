package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.ledger.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every set of evidence. */
class GatePropertiesTest {

  private static final Map<String, String> CONTACT_OF =
      Map.of("drill", "way-back", "incidents", "incidents", "price", "money", "budget", "money");

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  private static RandomGenerator random(int seed) {
    return new Random(seed);
  }

  static Scenario scenario(RandomGenerator random) {
    Scenario scenario =
        random.nextBoolean()
            ? new Scenario()
            : new Scenario()
                .with("destructive", "true")
                .approve("release-two", "release-manager")
                .approve("manager-north", "plant-manager")
                .approve("manager-south", "plant-manager");
    if (random.nextInt(4) == 0) {
      scenario.now = Scenario.NOW.plus(Duration.ofHours(random.nextInt(60)));
    }
    return scenario;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void taking_good_evidence_away_never_closes_a_contact(int seed) {
    RandomGenerator random = random(seed);
    Scenario more = scenario(random);
    Decision with = more.decide();
    List<String> names = new ArrayList<>(more.evidence.keySet());
    Scenario less = more;
    for (String name : names) {
      if (random.nextInt(3) == 0) {
        less = spoil(less, name, random);
      }
    }

    Decision without = less.decide();

    for (int i = 0; i < with.contacts().size(); i++) {
      if (without.contacts().get(i).state() == State.CLOSED) {
        assertThat(with.contacts().get(i).state()).isEqualTo(State.CLOSED);
      }
    }
    if (without.outcome() == Outcome.GO) {
      assertThat(with.outcome()).isEqualTo(Outcome.GO);
    }
  }

  /** Removes a piece of evidence, or spoils it. */
  private static Scenario spoil(Scenario scenario, String name, RandomGenerator random) {
    EvidenceFile file = scenario.evidence.get(name);
    if (file == null || random.nextBoolean()) {
      return scenario.without(name);
    }
    scenario.evidence.put(name, tampered(file, random.nextInt(file.content().length()), random));
    return scenario;
  }

  private static EvidenceFile tampered(EvidenceFile file, int at, RandomGenerator random) {
    byte[] bytes = file.content().toArray();
    bytes[at] ^= (byte) (1 << random.nextInt(7));
    return new EvidenceFile(file.name(), Bytes.of(bytes));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changing_any_byte_of_what_is_signed_opens_its_contact(int seed) {
    RandomGenerator random = random(seed);
    Scenario scenario = new Scenario();
    List<String> names = new ArrayList<>(scenario.evidence.keySet());
    String name = names.get(random.nextInt(names.size()));
    EvidenceFile file = scenario.evidence.get(name);
    if (file == null) {
      throw new IllegalStateException(name);
    }
    String text = file.content().utf8();
    int begin = text.indexOf("\"payload\":\"") + "\"payload\":\"".length();
    int end = text.indexOf('"', begin);
    // The last character of base64 may carry bits that nobody reads; all others change the payload.
    int at = begin + random.nextInt(end - begin - 4);
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    String changed = text.substring(0, at) + other + text.substring(at + 1);
    scenario.evidence.put(name, new EvidenceFile(file.name(), Bytes.utf8(changed)));

    String contact =
        CONTACT_OF.getOrDefault(name, name.startsWith("approval") ? "approvals" : "promotion");

    assertThat(scenario.contact(contact).state()).isNotEqualTo(State.CLOSED);
    assertThat(scenario.decide().outcome()).isNotEqualTo(Outcome.GO);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void evidence_that_nobody_trusts_neither_closes_a_contact_nor_opens_a_closed_one(int seed) {
    RandomGenerator random = random(seed);
    Scenario scenario = scenario(random);
    List<String> names = new ArrayList<>(scenario.evidence.keySet());
    names.stream().filter(_ -> random.nextInt(4) == 0).forEach(scenario::without);
    List<Contact> before = scenario.decide().contacts();
    Instant at = Scenario.hoursAgo(random.nextInt(1, 9));
    scenario.put("x1", "stranger", scenario.approval("owner", "service-owner", at));
    scenario.put("x2", "stranger", scenario.refusal("release-one", "release-manager", at));
    scenario.put(
        "x3", "stranger", Scenario.drill(at, random.nextBoolean() ? "PT9H" : "PT1H", "PT1M"));
    scenario.put("x4", "stranger", Scenario.tested("staging", "smoke", random.nextBoolean(), at));
    scenario.put("x5", "stranger", Scenario.register(at));
    scenario.put("x6", "stranger", Scenario.price("99999 EUR"));
    scenario.put("x7", "stranger", Scenario.deployed("test", random.nextBoolean(), at));
    scenario.evidence.put("x8", new EvidenceFile("x8.json", Bytes.utf8("{\"a\": 1}")));

    List<Contact> after = scenario.decide().contacts();

    for (int i = 0; i < before.size(); i++) {
      boolean closed = before.get(i).state() == State.CLOSED;
      assertThat(after.get(i).state() == State.CLOSED).as(after.get(i).reason()).isEqualTo(closed);
      if (before.get(i).state() == State.OPEN) {
        assertThat(after.get(i).state()).isEqualTo(State.OPEN);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_answer_is_what_the_words_of_the_design_say(int seed) {
    RandomGenerator random = random(seed);
    Scenario scenario = scenario(random);
    List<String> names = new ArrayList<>(scenario.evidence.keySet());
    names.stream().filter(_ -> random.nextInt(6) == 0).forEach(scenario::without);
    if (random.nextInt(3) == 0) {
      scenario.with("rollback", null);
    }
    if (random.nextInt(3) == 0) {
      scenario.with("executor", null);
    }

    Decision decision = scenario.decide();

    Map<State, Integer> counts = new EnumMap<>(State.class);
    decision.contacts().forEach(c -> counts.merge(c.state(), 1, Integer::sum));
    boolean stop = counts.containsKey(State.OPEN) || counts.containsKey(State.UNKNOWN);
    boolean wait = !stop && counts.containsKey(State.PENDING);
    assertThat(decision.outcome())
        .isEqualTo(stop ? Outcome.STOP : wait ? Outcome.WAIT : Outcome.GO);
    Instant latest = null;
    boolean people = false;
    for (Contact contact : decision.contacts()) {
      people |= contact.state() == State.PENDING && contact.closesAt() == null;
      if (contact.closesAt() != null && (latest == null || contact.closesAt().isAfter(latest))) {
        latest = contact.closesAt();
      }
    }
    assertThat(decision.notBefore()).isEqualTo(wait && !people ? latest : null);
    assertThat(decision.expires())
        .isBetween(decision.at(), decision.at().plus(Duration.ofHours(2)));
    assertThat(decision.contacts())
        .hasSize(8)
        .allSatisfy(c -> assertThat(c.reason()).endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_files_does_not_matter(int seed) {
    Scenario scenario = scenario(random(seed));
    Decision one = scenario.decide();
    List<String> names = new ArrayList<>(scenario.evidence.keySet());
    Collections.shuffle(names, new Random(seed));
    Map<String, EvidenceFile> shuffled = new LinkedHashMap<>();
    names.forEach(n -> shuffled.put(n, scenario.evidence.get(n)));
    scenario.evidence.clear();
    scenario.evidence.putAll(shuffled);

    assertThat(scenario.decide()).isEqualTo(one);
  }
}
