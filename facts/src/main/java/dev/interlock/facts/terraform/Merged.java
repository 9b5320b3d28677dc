package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resource will be, out of the three trees that Terraform prints of it: the values, which of
 * them are unknown, and which are sensitive. What is not set is left out.
 */
final class Merged {

  /** Why a value is unknown. */
  static final String AFTER_APPLY = "known after apply";

  /** Why a sensitive value is unknown. */
  static final String SENSITIVE = "sensitive, so it is not looked at";

  private Merged() {}

  /** The merged attributes; the reason of what is sensitive is {@link #SENSITIVE}. */
  static MappingNode of(MappingNode values, @Nullable Node unknown, @Nullable Node sensitive) {
    return mapping(values, unknown, sensitive);
  }

  private static @Nullable Node merge(
      @Nullable Node value, @Nullable Node unknown, @Nullable Node sensitive) {
    if (Nodes.isTrue(unknown)) {
      Node place = value == null || isNull(value) ? unknown : value;
      return place == null ? null : new UnknownNode(AFTER_APPLY, place.line(), place.column());
    }
    if (value != null && !isNull(value) && Nodes.isTrue(sensitive)) {
      return new UnknownNode(SENSITIVE, value.line(), value.column());
    }
    return switch (value) {
      case null -> absent(unknown, sensitive);
      case MappingNode mapping -> mapping(mapping, unknown, sensitive);
      case SequenceNode list -> list(list, unknown, sensitive);
      case ScalarNode scalar -> isNull(scalar) ? absent(unknown, sensitive) : scalar;
      case UnknownNode _ -> value;
    };
  }

  /** A value of which only parts are unknown may itself be left out. */
  private static @Nullable Node absent(@Nullable Node unknown, @Nullable Node sensitive) {
    return switch (unknown) {
      case MappingNode mapping when saysUnknown(mapping) ->
          mapping(new MappingNode(List.of(), mapping.line(), mapping.column()), mapping, sensitive);
      case SequenceNode list when saysUnknown(list) -> elements(list, sensitive);
      case null, default -> null;
    };
  }

  /** How many there are is known, and of each what a part of it says. */
  private static SequenceNode elements(SequenceNode unknown, @Nullable Node sensitive) {
    List<Node> items = new ArrayList<>(unknown.items().size());
    for (int i = 0; i < unknown.items().size(); i++) {
      Node item = unknown.items().get(i);
      Node merged = absent(item, item(sensitive, i));
      items.add(merged == null ? new UnknownNode(AFTER_APPLY, item.line(), item.column()) : merged);
    }
    return new SequenceNode(List.copyOf(items), unknown.line(), unknown.column());
  }

  private static boolean saysUnknown(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          mapping.entries().stream().anyMatch(entry -> saysUnknown(entry.value()));
      case SequenceNode list -> list.items().stream().anyMatch(Merged::saysUnknown);
      default -> Nodes.isTrue(node);
    };
  }

  private static MappingNode mapping(
      MappingNode values, @Nullable Node unknown, @Nullable Node sensitive) {
    List<Entry> entries = new ArrayList<>(values.entries().size());
    Set<String> seen = new HashSet<>();
    for (Entry entry : values.entries()) {
      String key = entry.key();
      seen.add(key);
      Node merged = merge(entry.value(), under(unknown, key), under(sensitive, key));
      if (merged != null) {
        entries.add(
            isIt(merged, entry.value())
                ? entry
                : new Entry(key, entry.line(), entry.column(), merged));
      }
    }
    if (unknown instanceof MappingNode more) {
      for (Entry entry : more.entries()) {
        Node merged =
            seen.contains(entry.key())
                ? null
                : merge(null, entry.value(), under(sensitive, entry.key()));
        if (merged != null) {
          entries.add(new Entry(entry.key(), entry.line(), entry.column(), merged));
        }
      }
    }
    return isSame(entries, values)
        ? values
        : new MappingNode(List.copyOf(entries), values.line(), values.column());
  }

  /** What stays as it was is kept once: a large plan is mostly that. */
  private static boolean isSame(List<Entry> entries, MappingNode values) {
    if (entries.size() != values.entries().size()) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (!isIt(entries.get(i), values.entries().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(List<Node> items, SequenceNode values) {
    if (items.size() != values.items().size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!isIt(items.get(i), values.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static SequenceNode list(
      SequenceNode values, @Nullable Node unknown, @Nullable Node sensitive) {
    List<Node> items = new ArrayList<>(values.items().size());
    for (int i = 0; i < values.items().size(); i++) {
      Node merged = merge(values.items().get(i), item(unknown, i), item(sensitive, i));
      if (merged != null) {
        items.add(merged);
      }
    }
    int more = unknown instanceof SequenceNode list ? list.items().size() : 0;
    for (int i = values.items().size(); i < more; i++) {
      Node merged = merge(null, item(unknown, i), null);
      if (merged != null) {
        items.add(merged);
      }
    }
    return isSame(items, values)
        ? values
        : new SequenceNode(List.copyOf(items), values.line(), values.column());
  }

  /** The very same, which is known without looking into it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isIt(Object one, Object other) {
    return one == other;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() == null;
  }

  private static @Nullable Node under(@Nullable Node node, String key) {
    return node instanceof MappingNode mapping ? mapping.get(key) : null;
  }

  private static @Nullable Node item(@Nullable Node node, int index) {
    return node instanceof SequenceNode list && index < list.items().size()
        ? list.items().get(index)
        : null;
  }

  /** True for names of what older plans print though it is secret. */
  static boolean isSecretName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password")
        || lower.contains("secret")
        || lower.contains("access_key")
        || lower.contains("shared_key")
        || lower.contains("connection_string")
        || lower.endsWith("_sas");
  }
}
