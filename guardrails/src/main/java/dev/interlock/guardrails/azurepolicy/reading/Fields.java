package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Values;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one object, in any letter case. What was asked for is known; the rest can be told.
 * Keys with nothing after them count as absent.
 */
public final class Fields {

  private final MappingNode node;
  private final String file;
  private final Problems problems;
  private final Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  public Fields(MappingNode node, String file, Problems problems) {
    this.node = node;
    this.file = file;
    this.problems = problems;
  }

  public MappingNode node() {
    return node;
  }

  public String file() {
    return file;
  }

  public Problems problems() {
    return problems;
  }

  public SourceRef source() {
    return node.in(file);
  }

  /** The first of these keys that has a value; null when none has. */
  public @Nullable Node get(String... names) {
    asked.addAll(List.of(names));
    return peek(node, names);
  }

  /** As {@link #get}, for looking only. */
  public static @Nullable Node peek(MappingNode node, String... names) {
    for (String name : names) {
      for (MappingNode.Entry entry : node.entries()) {
        if (entry.key().equalsIgnoreCase(name) && !isNothing(entry.value())) {
          return entry.value();
        }
      }
    }
    return null;
  }

  private static boolean isNothing(Node value) {
    return value instanceof ScalarNode scalar && scalar.value() == null;
  }

  /** Where a key's value stands, or the object where the key is absent. */
  public SourceRef at(String... names) {
    Node value = peek(node, names);
    return value == null ? source() : value.in(file);
  }

  /** The text under a key; null when absent, or when it is no text, which is told. */
  public @Nullable String text(String... names) {
    Node value = get(names);
    if (value == null) {
      return null;
    }
    if (value instanceof ScalarNode scalar && scalar.value() instanceof String text) {
      return text;
    }
    wrongType(value, names[0], "text");
    return null;
  }

  /** The text under a key that must be there; empty when it is not, which is told. */
  public String needed(String... names) {
    String text = text(names);
    if (text == null && peek(node, names) == null) {
      missing(names[0], null);
    }
    return text == null ? "" : text;
  }

  /** The object under a key; null when absent, or when it is none, which is told. */
  public @Nullable Fields object(String... names) {
    Node value = get(names);
    if (value == null) {
      return null;
    }
    if (value instanceof MappingNode mapping) {
      return new Fields(mapping, file, problems);
    }
    wrongType(value, names[0], "an object");
    return null;
  }

  /** The elements of the list under a key; none when absent, or when it is no list. */
  public List<Node> list(String... names) {
    Node value = get(names);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode list) {
      return list.items();
    }
    wrongType(value, names[0], "a list");
    return List.of();
  }

  /** The objects in the list under a key. */
  public List<Fields> objects(String... names) {
    List<Fields> objects = new ArrayList<>();
    for (Node item : list(names)) {
      if (item instanceof MappingNode mapping) {
        objects.add(new Fields(mapping, file, problems));
      } else {
        wrongType(item, "an element of " + names[0], "an object");
      }
    }
    return objects;
  }

  /** The texts in the list under a key. */
  public List<String> texts(String... names) {
    List<String> texts = new ArrayList<>();
    for (Node item : list(names)) {
      if (item instanceof ScalarNode scalar && scalar.value() instanceof String text) {
        texts.add(text);
      } else {
        wrongType(item, "an element of " + names[0], "text");
      }
    }
    return texts;
  }

  /** The one of some words under a key, in any letter case. */
  public <E> E choice(E otherwise, E[] options, Function<E, String> word, String... names) {
    String text = text(names);
    if (text == null) {
      return otherwise;
    }
    List<String> words = new ArrayList<>();
    for (E option : options) {
      if (word.apply(option).equalsIgnoreCase(text.strip())) {
        return option;
      }
      words.add(word.apply(option));
    }
    problems.add(
        PolicyCode.POL007.error(
            at(names),
            names[0] + " is \"" + text + "\", which is none of " + String.join(", ", words),
            Suggestion.didYouMean(text, words).orElse(null)));
    return otherwise;
  }

  /** The free properties under a key; none when absent or no object. */
  public ObjectValue free(String... names) {
    Fields object = object(names);
    return object != null && Values.of(object.node()) instanceof ObjectValue value
        ? value
        : ObjectValue.EMPTY;
  }

  /** Tells that a key is not there. */
  public void missing(String name, @Nullable String hint) {
    List<String> keys = node.entries().stream().map(MappingNode.Entry::key).toList();
    String near = Suggestion.nearest(name, keys).map(x -> "there is \"" + x + "\"").orElse(null);
    problems.add(
        PolicyCode.POL005.error(source(), name + " is missing", hint == null ? near : hint));
  }

  /** Tells that a value has another type than it must have. */
  public void wrongType(Node value, String name, String expected) {
    boolean cut =
        value instanceof ScalarNode scalar
            && (scalar.text().startsWith("@{") || scalar.text().startsWith("System."));
    problems.add(
        cut
            ? PolicyCode.POL008.error(
                value.in(file),
                name + " was cut off when it was exported",
                "export again with: ConvertTo-Json -Depth 100")
            : PolicyCode.POL006.error(
                value.in(file), name + " must be " + expected + ", not " + value.describe(), null));
  }

  /**
   * Tells the keys that nobody asked for.
   *
   * @param others that may be there, although nothing here depends on them
   */
  public void tellUnknown(String what, Set<String> others) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(asked);
    known.addAll(others);
    for (MappingNode.Entry entry : node.entries()) {
      if (!known.contains(entry.key()) && !entry.key().startsWith("$")) {
        problems.add(
            PolicyCode.POL004.warning(
                new SourceRef(file, entry.line(), entry.column()),
                what + " has no \"" + entry.key() + "\"; it is not read",
                Suggestion.didYouMean(entry.key(), known).orElse(null)));
      }
    }
  }
}
