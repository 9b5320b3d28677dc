package dev.interlock.facts.kubernetes;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.reading.Recognised;
import dev.interlock.facts.reading.Recogniser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes objects: mappings with {@code apiVersion}, {@code kind} and {@code metadata}. The
 * items of a typed list ({@code PodList}) carry neither version nor kind; they are those of the
 * list.
 */
public final class KubernetesRecogniser implements Recogniser {

  private static final String LIST = "List";

  private static final List<String> BODIES = List.of("spec", "data", "stringData", "metadata");

  @Override
  public Recognised recognise(MappingNode body, MappingNode envelope, String file) {
    MappingNode object = typed(body, envelope);
    String version = object.text("apiVersion");
    String kind = object.text("kind");
    if (version != null && version.startsWith("interlock.dev/")) {
      String message = "this is a document of an estate, not a fact";
      return new Recognised.Other(Problem.ESTATE, message);
    }
    if (kind != null && kind.endsWith(LIST) && object.get("items") instanceof SequenceNode items) {
      return new Recognised.Nested(mappings(items));
    }
    if (LIST.equals(kind) && isNothing(object.get("items"))) {
      return new Recognised.Nested(List.of());
    }
    boolean holdsBody = holdsBody(object);
    if (version == null || kind == null) {
      boolean metadata = object.get("metadata") instanceof MappingNode;
      boolean meant = version == null ? isKind(kind) && holdsBody : metadata;
      return meant ? noKind(object, version == null, file) : new Recognised.Unknown();
    }
    if (!(object.get("metadata") instanceof MappingNode meta)) {
      boolean meant = holdsBody || KnownKinds.isOwn(version, kind);
      return meant ? noName(object, kind, file) : new Recognised.Unknown();
    }
    return named(object, meta, version + "/" + kind, file);
  }

  /** Kinds are written with a capital letter; other formats have a kind too. */
  private static boolean isKind(@Nullable String kind) {
    return kind != null && !kind.isEmpty() && Character.isUpperCase(kind.charAt(0));
  }

  /** Configurations that tools read themselves have neither. */
  private static boolean holdsBody(MappingNode object) {
    return BODIES.stream().anyMatch(key -> object.get(key) instanceof MappingNode);
  }

  private static boolean isNothing(@Nullable Node items) {
    return items == null || (items instanceof ScalarNode scalar && scalar.value() == null);
  }

  private static Recognised noKind(MappingNode object, boolean noVersion, String file) {
    String missing = noVersion ? "apiVersion" : "kind";
    String instead =
        object.entries().stream()
            .map(Entry::key)
            .filter(missing::equalsIgnoreCase)
            .map(key -> "\"" + key + "\" where " + missing + " is meant")
            .findFirst()
            .orElse("no " + missing);
    String message = "this looks like a Kubernetes object, but has " + instead;
    return new Recognised.Wrong(Problem.NO_KIND.at(object.in(file), message));
  }

  private static Recognised named(MappingNode object, MappingNode meta, String type, String file) {
    String kind = type.substring(type.lastIndexOf('/') + 1);
    String name = name(meta);
    if (name == null) {
      return noName(meta, kind, file);
    }
    String namespace = meta.text("namespace");
    String id = (namespace == null ? "" : namespace + "/") + kind + "/" + name;
    MappingNode body = type.equals("v1/ConfigMap") ? ConfigMapText.decoded(object) : object;
    return new Recognised.Fact(new Resource(Plane.KUBERNETES, type, id, name, body, file));
  }

  private static Recognised noName(MappingNode at, String kind, String file) {
    return new Recognised.Wrong(Problem.NO_NAME.at(at.in(file), "this " + kind + " has no name"));
  }

  private static @Nullable String name(MappingNode meta) {
    String name = meta.text("name");
    if (name != null && !name.isEmpty()) {
      return name;
    }
    String prefix = meta.text("generateName");
    return prefix == null ? null : prefix + "*";
  }

  /** The element with version and kind of the typed list around it, as the API server means it. */
  private static MappingNode typed(MappingNode body, MappingNode envelope) {
    Entry version = envelope.entry("apiVersion");
    String list = envelope.text("kind");
    if (body.get("kind") != null || version == null || list == null || !isTyped(list)) {
      return body;
    }
    Entry kind = envelope.entry("kind");
    List<Entry> entries = new ArrayList<>();
    entries.add(version);
    if (kind != null) {
      entries.add(KindOfList.elements(kind));
    }
    body.entries().stream().filter(e -> !e.key().equals("apiVersion")).forEach(entries::add);
    return new MappingNode(List.copyOf(entries), body.line(), body.column());
  }

  private static List<MappingNode> mappings(SequenceNode items) {
    return items.items().stream()
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .toList();
  }

  private static boolean isTyped(String list) {
    return list.endsWith(LIST) && list.length() > LIST.length();
  }
}
