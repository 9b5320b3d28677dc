package dev.interlock.facts.images;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.ImageUse;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.facts.images.ImageOptions.Told;
import dev.interlock.facts.kubernetes.KnownKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the container images in a resource of any kind, custom resources included: wherever the
 * name of something ends in "image", it is one. Where a variable or an option is called so, it is
 * one if it looks like one. What only carries text is left out.
 */
public final class ImageWalk {

  private static final Set<String> IMAGE = Set.of("image", "imageName", "containerImage");

  private static final Set<String> WEB_APP = Set.of("linuxfxversion", "windowsfxversion");

  private static final Set<String> LABELS = Set.of("labels", "matchLabels");

  /** Their bodies are text or a schema, not something that runs. */
  private static final Set<String> TEXT_ONLY =
      Set.of("/ConfigMap", "/Secret", "apiextensions.k8s.io/CustomResourceDefinition");

  private final String file;
  private final boolean custom;
  private final List<ImageUse> found = new ArrayList<>();

  private ImageWalk(Resource resource) {
    this.file = resource.file();
    this.custom = KnownKinds.isCustom(resource);
  }

  /** The images of a resource, in the order in which they are written. */
  public static List<ImageUse> over(Resource resource) {
    boolean kubernetes = resource.plane() == Plane.KUBERNETES;
    if (kubernetes && TEXT_ONLY.contains(KnownKinds.key(resource))) {
      return List.of();
    }
    boolean pod = kubernetes && KnownKinds.key(resource).equals("/Pod");
    Set<String> notes =
        kubernetes ? Set.of("status", pod ? "" : "metadata") : Set.of("status", "tags");
    ImageWalk walk = new ImageWalk(resource);
    resource.body().entries().stream()
        .filter(entry -> !notes.contains(entry.key()))
        .forEach(entry -> walk.entry(entry, false));
    return List.copyOf(walk.found);
  }

  private void visit(Node node, boolean supporting) {
    switch (node) {
      case MappingNode mapping -> mapping(mapping, supporting);
      case SequenceNode sequence -> sequence.items().forEach(item -> visit(item, supporting));
      case ScalarNode scalar -> byLooks(scalar, supporting);
      case UnknownNode _ -> {}
    }
  }

  /** A variable is {@code name: X} beside {@code value: Y}. */
  private void mapping(MappingNode mapping, boolean supporting) {
    String name = mapping.text("name");
    List<Told> told =
        name != null && mapping.get("value") instanceof ScalarNode value
            ? ImageOptions.variable(name, value)
            : List.of();
    told.forEach(image -> add(image, supporting));
    mapping.entries().stream()
        .filter(entry -> told.isEmpty() || !entry.key().equals("value"))
        .forEach(entry -> entry(entry, supporting));
  }

  private void commandLine(SequenceNode items, boolean supporting) {
    List<Told> told = ImageOptions.commandLine(items.items());
    told.forEach(image -> add(image, supporting));
    Set<Node> read = told.stream().map(Told::at).collect(Collectors.toSet());
    items.items().stream()
        .filter(item -> !read.contains(item))
        .forEach(item -> visit(item, supporting));
  }

  private void add(Told image, boolean supporting) {
    found.add(new ImageUse(image.reference(), image.at().in(file), supporting));
  }

  /**
   * A custom resource may call its images as it likes; pinned by a digest, they are told anyway.
   */
  private void byLooks(ScalarNode scalar, boolean supporting) {
    ImageUse use = new ImageUse(scalar.text(), scalar.in(file), supporting);
    if (custom && use.digest() != null) {
      found.add(use);
    }
  }

  private void entry(Entry entry, boolean supporting) {
    if (LABELS.contains(entry.key()) || isBlockDevice(entry)) {
      return;
    }
    if (entry.key().equals("metadata")) {
      annotations(entry.value());
      return;
    }
    String reference = reference(entry);
    if (reference == null) {
      inside(entry, supporting || entry.key().equals("initContainers"));
    } else if (!reference.isBlank()) {
      found.add(new ImageUse(reference, entry.value().in(file), supporting));
    }
  }

  private void inside(Entry entry, boolean supporting) {
    if (lower(entry).endsWith("images") && entry.value() instanceof SequenceNode list) {
      for (Node item : list.items()) {
        if (item instanceof ScalarNode scalar) {
          found.add(new ImageUse(scalar.text(), scalar.in(file), supporting));
        } else {
          visit(item, supporting);
        }
      }
    } else if (ImageOptions.isCommandLine(entry.key())
        && entry.value() instanceof SequenceNode list) {
      commandLine(list, supporting);
    } else {
      visit(entry.value(), supporting);
    }
  }

  /** What a mesh puts beside a pod is said in annotations such as {@code sidecar…/proxyImage}. */
  private void annotations(Node metadata) {
    if (metadata instanceof MappingNode notes
        && notes.get("annotations") instanceof MappingNode annotations) {
      for (Entry entry : annotations.entries()) {
        if (entry.key().contains("/") && isImage(entry)) {
          visit(new MappingNode(List.of(entry), entry.line(), entry.column()), true);
        }
      }
    }
  }

  /** The block devices of Ceph are called images too. */
  private static boolean isBlockDevice(Entry entry) {
    return entry.key().equals("rbd")
        && entry.value() instanceof MappingNode device
        && device.get("monitors") != null;
  }

  private static String lower(Entry entry) {
    return entry.key().toLowerCase(Locale.ROOT);
  }

  private static boolean isImage(Entry entry) {
    String name = lower(entry).replace("_", "").replace("-", "");
    return name.endsWith("image") || name.endsWith("imagename");
  }

  private static @Nullable String reference(Entry entry) {
    if (WEB_APP.contains(lower(entry)) && entry.value() instanceof ScalarNode scalar) {
      return WebAppStack.image(scalar.text(), "");
    }
    if (!isImage(entry)) {
      return null;
    }
    return switch (entry.value()) {
      case ScalarNode scalar -> named(entry.key(), scalar);
      case MappingNode parts -> parts(parts);
      case SequenceNode _, UnknownNode _ -> null;
    };
  }

  /** A switch such as {@code mirrorImage: true} is none. */
  private static String named(String key, ScalarNode scalar) {
    boolean none =
        IMAGE.contains(key) ? scalar.value() == null : !(scalar.value() instanceof String);
    return none ? "" : WebAppStack.image(scalar.text(), scalar.text());
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
