package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates with anything at any place: nothing is thrown. */
class MutatedTemplatesTest {

  private static final int ODDS = 60;

  @Test
  void real_templates_with_other_values_in_them_end() throws IOException {
    Path folder = Shared.require("cases/arm-templates");
    Random random = new Random(7);
    RandomTemplates expressions = new RandomTemplates(7);
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> !f.toString().endsWith("parameters.json")).sorted().toList()) {
        Document document = Expanding.read(file, "template.json");
        ends(mutated(document.root(), random, expressions));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void written_templates_with_other_values_in_them_end(long seed) {
    Random random = new Random(seed);
    RandomTemplates templates = new RandomTemplates(seed);
    for (int i = 0; i < 500; i++) {
      Document document = Expanding.read(templates.template("x"), "template.json");
      ends(mutated(document.root(), random, templates));
    }
  }

  private static void ends(Node root) {
    TemplateExpansion expansion =
        TemplateExpander.expand(
            new TemplateQuestion(
                new Document("template.json", root),
                List.of(),
                Map.of(),
                Expanding.TARGET,
                (_, _) -> Optional.empty()));
    assertThat(expansion.diagnostics()).allSatisfy(it -> assertThat(it.message()).isNotBlank());
    assertThat(Expanding.shown(expansion)).isNotEmpty();
  }

  private static Node mutated(Node node, Random random, RandomTemplates expressions) {
    if (random.nextInt(ODDS) == 0) {
      return other(node, random, expressions);
    }
    return switch (node) {
      case MappingNode mapping -> {
        List<Entry> entries = new ArrayList<>();
        for (Entry e : mapping.entries()) {
          Node value = mutated(e.value(), random, expressions);
          entries.add(new Entry(e.key(), e.line(), e.column(), value));
        }
        yield new MappingNode(entries, node.line(), node.column());
      }
      case SequenceNode list ->
          new SequenceNode(
              list.items().stream().map(item -> mutated(item, random, expressions)).toList(),
              node.line(),
              node.column());
      default -> node;
    };
  }

  private static Node other(Node node, Random random, RandomTemplates expressions) {
    String written = expressions.written();
    String text = written.substring(1, written.length() - 1).replace("\\\"", "\"");
    Object value =
        switch (random.nextInt(6)) {
          case 0 -> null;
          case 1 -> true;
          case 2 -> 1_000_000_000L;
          case 3 -> "";
          default -> text;
        };
    return switch (random.nextInt(8)) {
      case 0 -> new SequenceNode(List.of(node, node), node.line(), node.column());
      case 1 -> new MappingNode(List.of(), node.line(), node.column());
      default -> new ScalarNode(value, String.valueOf(value), node.line(), node.column());
    };
  }
}
