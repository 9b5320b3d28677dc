package dev.interlock.azure.storage;

import dev.interlock.azure.AzureCode;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Azure tells at a place of a resource; what it leaves out is not made up. */
final class Told {

  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

  private Told() {}

  static @Nullable Node at(MappingNode resource, String path) {
    return NodePath.parse(path).find(resource);
  }

  /**
   * Makes sure that an answer is what was asked for: a gateway on the way may answer with a page.
   *
   * @throws Fault FAILED when nothing of this kind is at that place
   */
  static void require(MappingNode resource, String path, Class<? extends Node> kind) {
    if (!kind.isInstance(at(resource, path))) {
      throw new Fault(
          AzureCode.FAILED.code(), "Azure answers, but not as it should: " + path + " is missing");
    }
  }

  static boolean isTrue(MappingNode resource, String path) {
    return at(resource, path) instanceof ScalarNode told && Boolean.TRUE.equals(told.value());
  }

  /** Whole days, or parts of them as Azure's own examples have it; null when it is no number. */
  static @Nullable Duration days(MappingNode resource, String path) {
    return at(resource, path) instanceof ScalarNode told && told.value() instanceof Number
        ? Duration.ofSeconds(new BigDecimal(told.text()).multiply(DAY).longValue())
        : null;
  }

  static Stream<MappingNode> each(MappingNode resource, String path) {
    return at(resource, path) instanceof SequenceNode list
        ? list.items().stream().filter(MappingNode.class::isInstance).map(MappingNode.class::cast)
        : Stream.empty();
  }

  static List<String> texts(MappingNode resource, String path) {
    return at(resource, path) instanceof SequenceNode list
        ? list.items().stream()
            .filter(ScalarNode.class::isInstance)
            .map(it -> ((ScalarNode) it).text())
            .toList()
        : List.of();
  }
}
