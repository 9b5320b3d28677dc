package dev.interlock.facts.kubernetes;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where resources of a kind say what they run: one image, or a list of which each has its image.
 * Where that says nothing, their controller starts what it likes.
 *
 * @param path of the image or the list
 * @param instead paths that, when anything is written there, name something else that is run
 */
public record Running(String path, List<String> instead) {

  /** The place, and those that must be empty. */
  static Running at(String path, String... instead) {
    return new Running(path, List.of(instead));
  }

  /** What is wrong with what a resource says; null when it says what it runs. */
  public @Nullable String complaint(Resource resource) {
    for (String other : instead) {
      if (isWritten(node(resource, other))) {
        return "this %s runs what %s names, which is written elsewhere; write %s in its place"
            .formatted(resource.kind(), other, path);
      }
    }
    return says(node(resource, path))
        ? null
        : "this %s does not say what it runs; write %s, with the image"
            .formatted(resource.kind(), path);
  }

  private static boolean says(@Nullable Node node) {
    return node instanceof SequenceNode list
        ? !list.items().isEmpty() && list.items().stream().allMatch(Running::hasImage)
        : isText(node);
  }

  private static boolean hasImage(Node item) {
    return item instanceof MappingNode mapping && isText(mapping.get("image"));
  }

  private static boolean isText(@Nullable Node node) {
    return node instanceof ScalarNode && isWritten(node);
  }

  private static boolean isWritten(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case ScalarNode scalar -> scalar.value() != null && !scalar.text().isBlank();
      case UnknownNode _ -> true;
      case MappingNode _, SequenceNode _ -> children(node).anyMatch(Running::isWritten);
    };
  }

  private static Stream<? extends Node> children(Node node) {
    return node instanceof MappingNode mapping
        ? mapping.entries().stream().map(MappingNode.Entry::value)
        : ((SequenceNode) node).items().stream();
  }

  private static @Nullable Node node(Resource resource, String path) {
    Node node = resource.body();
    for (String key : path.split("\\.", -1)) {
      node = node instanceof MappingNode mapping ? mapping.get(key) : null;
    }
    return node;
  }
}
