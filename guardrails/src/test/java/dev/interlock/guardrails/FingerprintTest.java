package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same finding keeps its fingerprint, another one has another. */
class FingerprintTest {

  private static final Controls SHIPPED = ControlPack.shipped();
  private static final List<Resource> RESOURCES =
      Stream.of(
              "k8s-no-secret-in-environment/fail/input.yaml",
              "odoo-database-manager-off/fail/input.yaml",
              "azure-nsg-inbound/fail/input.json",
              "azure-aks-zones/fail/input.json")
          .flatMap(name -> Inputs.read(Path.of("src/test/golden", name)).stream())
          .toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void order_of_keys_lists_and_documents_and_places_change_no_fingerprint(long seed) {
    RandomGenerator random = new Random(seed);
    List<Resource> shuffled = new ArrayList<>();
    for (Resource resource : RESOURCES) {
      MappingNode body = (MappingNode) shuffle(resource.body(), random);
      shuffled.add(
          new Resource(
              resource.plane(),
              random.nextBoolean() ? resource.type().toUpperCase(Locale.ROOT) : resource.type(),
              random.nextBoolean() ? resource.id().toUpperCase(Locale.ROOT) : resource.id(),
              resource.name(),
              body,
              "elsewhere.yaml"));
    }
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(fingerprints(shuffled)).isEqualTo(fingerprints(RESOURCES)).hasSizeGreaterThan(20);
  }

  @Test
  void findings_on_two_elements_of_one_list_differ() {
    List<Finding> findings =
        Inputs.judge(Controls.of(SHIPPED.find("azure-nsg-inbound").stream().toList()), RESOURCES)
            .findings();
    assertThat(findings).hasSize(4);
    assertThat(findings.stream().map(Finding::fingerprint).distinct()).hasSize(4);
  }

  @Test
  void failure_and_unknown_of_the_same_property_differ() {
    Resource none = Inputs.object("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}");
    Resource no = Inputs.object("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {x: 1}}");
    Controls controls = Given.control("match: {}\nrule: resource.spec.x == 2\nat: resource.spec.x");
    assertThat(Inputs.judge(controls, List.of(none)).findings().getFirst().fingerprint())
        .isNotEqualTo(Inputs.judge(controls, List.of(no)).findings().getFirst().fingerprint());
  }

  private static List<String> fingerprints(List<Resource> resources) {
    return Inputs.judge(SHIPPED, resources).findings().stream()
        .map(f -> f.control() + " " + f.fingerprint())
        .sorted()
        .toList();
  }

  /** Other places, another order of keys, and of lists whose elements have names. */
  private static Node shuffle(Node node, RandomGenerator random) {
    int line = random.nextInt(1, 1_000);
    return switch (node) {
      case UnknownNode unknown -> unknown;
      case ScalarNode scalar -> new ScalarNode(scalar.value(), scalar.text(), line, 1);
      case SequenceNode list -> {
        List<Node> items = new ArrayList<>();
        list.items().forEach(item -> items.add(shuffle(item, random)));
        if (items.stream().allMatch(i -> i instanceof MappingNode m && m.text("name") != null)) {
          Collections.shuffle(items, new Random(random.nextLong()));
        }
        yield new SequenceNode(items, line, 1);
      }
      case MappingNode mapping -> {
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (MappingNode.Entry e : mapping.entries()) {
          entries.add(new MappingNode.Entry(e.key(), line, 1, shuffle(e.value(), random)));
        }
        Collections.shuffle(entries, new Random(random.nextLong()));
        yield new MappingNode(entries, line, 1);
      }
    };
  }
}
