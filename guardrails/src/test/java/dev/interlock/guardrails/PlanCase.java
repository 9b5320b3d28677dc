package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A plan and what somebody else's rule says of it.
 *
 * @param plan its JSON
 * @param expected pass or fail
 */
record PlanCase(String rule, String name, String plan, String expected) {

  /** All cases of a folder, by file name. */
  static List<PlanCase> in(Path folder) throws IOException {
    List<PlanCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        MappingNode root = read(file);
        for (Node one : ((SequenceNode) Objects.requireNonNull(root.get("cases"))).items()) {
          cases.add(of(String.valueOf(root.text("rule")), (MappingNode) one));
        }
      }
    }
    return cases;
  }

  String id() {
    return rule + ": " + name;
  }

  private static PlanCase of(String rule, MappingNode one) {
    String plan = JsonText.of(Values.of(Objects.requireNonNull(one.get("plan"))));
    String name = String.valueOf(one.text("name"));
    return new PlanCase(rule, name, plan, String.valueOf(one.text("expected")));
  }

  private static MappingNode read(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    assertThat(DocumentReader.standard().read(Files.readString(file), name, documents::add))
        .isEmpty();
    return (MappingNode) documents.getFirst().root();
  }
}
