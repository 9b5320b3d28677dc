package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that other projects test their policies with. */
@Tag("slow")
class SharedObjectsTest {

  private static final Controls SHIPPED = ControlPack.shipped();

  @ParameterizedTest
  @ValueSource(strings = {"kyverno-cel", "gatekeeper", "vap-kubescape"})
  void any_object_is_judged_without_an_error_of_ours(String set) throws IOException {
    List<Resource> resources = new ArrayList<>();
    for (Path file : files(Shared.require("cases/" + set))) {
      objects(document(file).root(), file.getFileName().toString(), resources);
    }
    Judgement judgement = Inputs.judge(SHIPPED, resources);

    assertThat(judgement.summary().resources()).isGreaterThan(50);
    assertThat(judgement.summary().evaluations()).isGreaterThan(500);
    assertThat(judgement.findings())
        .allSatisfy(finding -> assertThat(finding.source().line()).isPositive())
        .noneSatisfy(finding -> assertThat(finding.message()).contains("Exception"));
  }

  /** Kubescape's policy C-0016 asks for the same; its verdicts are the oracle. */
  @Test
  void verdict_on_privilege_escalation_agrees_with_kubescape() throws IOException {
    MappingNode root =
        (MappingNode) document(Shared.require("cases/vap-kubescape/C-0016.json")).root();
    Controls controls = Controls.of(SHIPPED.find("k8s-no-privilege-escalation").stream().toList());
    int compared = 0;
    for (Node node : ((SequenceNode) root.entries().getLast().value()).items()) {
      MappingNode test = (MappingNode) node;
      List<Resource> object = new ArrayList<>();
      objects(test.get("object"), "C-0016", object);
      Judgement judgement = Inputs.judge(controls, object);
      assertThat(judgement.summary().errors()).isZero();
      assertThat(judgement.summary().violations() == 0 ? "pass" : "fail")
          .as(test.text("name"))
          .isEqualTo(test.text("expected"));
      compared++;
    }
    assertThat(compared).isEqualTo(9);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Document document(Path file) {
    List<Document> documents = new ArrayList<>();
    assertThat(DocumentReader.standard().read(file, file.toString(), documents::add)).isEmpty();
    return documents.getFirst();
  }

  /** Everything inside that looks like a Kubernetes object. */
  private static void objects(@Nullable Node node, String file, List<Resource> found) {
    switch (node) {
      case null -> {}
      case ScalarNode _, UnknownNode _ -> {}
      case SequenceNode list -> list.items().forEach(item -> objects(item, file, found));
      case MappingNode mapping -> {
        String version = mapping.text("apiVersion");
        String kind = mapping.text("kind");
        if (version != null && kind != null) {
          String type = version + "/" + kind;
          found.add(new Resource(Plane.KUBERNETES, type, kind + "/x", "x", mapping, file));
        }
        mapping.entries().forEach(entry -> objects(entry.value(), file, found));
      }
    }
  }
}
