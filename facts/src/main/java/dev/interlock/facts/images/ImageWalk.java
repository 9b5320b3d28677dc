package dev.interlock.facts.images;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.ImageUse;
import dev.interlock.facts.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the container images in a resource of any kind, custom resources included: wherever
 * something is called an image, it is one. What only carries text is left out.
 */
public final class ImageWalk {

  private static final Set<String> IMAGE = Set.of("image", "imageName", "containerImage");

  private static final Set<String> WEB_APP = Set.of("linuxFxVersion", "windowsFxVersion");

  /** Notes about the resource, and the block devices of Ceph, which are called images too. */
  private static final Set<String> LEFT_OUT =
      Set.of("metadata", "status", "annotations", "labels", "tags", "rbd");

  /** Their bodies are text or a schema, not something that runs. */
  private static final Set<String> TEXT_ONLY =
      Set.of("ConfigMap", "Secret", "CustomResourceDefinition");

  private final String file;
  private final List<ImageUse> found = new ArrayList<>();

  private ImageWalk(String file) {
    this.file = file;
  }

  /** The images of a resource, in the order in which they are written. */
  public static List<ImageUse> over(Resource resource) {
    if (TEXT_ONLY.contains(resource.kind())) {
      return List.of();
    }
    ImageWalk walk = new ImageWalk(resource.file());
    walk.visit(resource.body(), false);
    return List.copyOf(walk.found);
  }

  private void visit(Node node, boolean supporting) {
    switch (node) {
      case MappingNode mapping -> mapping.entries().forEach(entry -> entry(entry, supporting));
      case SequenceNode sequence -> sequence.items().forEach(item -> visit(item, supporting));
      case ScalarNode _ -> {}
    }
  }

  private void entry(Entry entry, boolean supporting) {
    if (LEFT_OUT.contains(entry.key())) {
      return;
    }
    String reference = reference(entry);
    if (reference == null) {
      visit(entry.value(), supporting || entry.key().equals("initContainers"));
    } else if (!reference.isBlank()) {
      found.add(new ImageUse(reference, entry.value().in(file), supporting));
    }
  }

  private static @Nullable String reference(Entry entry) {
    if (WEB_APP.contains(entry.key()) && entry.value() instanceof ScalarNode scalar) {
      return webApp(scalar.text());
    }
    if (!IMAGE.contains(entry.key())) {
      return null;
    }
    return switch (entry.value()) {
      case ScalarNode scalar -> scalar.value() == null ? "" : scalar.text();
      case MappingNode parts -> parts(parts);
      case SequenceNode _ -> null;
    };
  }

  /** {@code DOCKER|registry/name:tag}; other stacks run no image of ours. */
  private static String webApp(String text) {
    String[] parts = text.split("\\|", 2);
    boolean container =
        parts.length == 2
            && (parts[0].equalsIgnoreCase("DOCKER") || parts[0].equalsIgnoreCase("COMPOSE"));
    return container ? parts[1] : "";
  }

  /** An image volume ({@code reference}), or the parts that charts and operators ask for. */
  private static @Nullable String parts(MappingNode parts) {
    String whole = parts.text("reference");
    String repository = parts.text("repository");
    if (whole != null || repository == null) {
      return whole;
    }
    String registry = parts.text("registry");
    String tag = parts.text("tag");
    String digest = parts.text("digest");
    return (registry == null ? "" : registry + "/")
        + repository
        + (tag == null ? "" : ":" + tag)
        + (digest == null ? "" : "@" + digest);
  }
}
