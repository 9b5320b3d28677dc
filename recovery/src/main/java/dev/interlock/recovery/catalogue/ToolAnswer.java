package dev.interlock.recovery.catalogue;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.Limits;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object in what a tool answered, or what should be one: whatever it lacks is absent, and only
 * what can't do without it complains.
 *
 * @param whose the tool, for messages
 * @param node what was read
 */
record ToolAnswer(String whose, @Nullable Node node) {

  /** A catalogue names each file of a long log. */
  private static final ReadOptions OPTIONS =
      new ReadOptions(ReadOptions.Dialect.YAML_1_2, new Limits(1L << 30, 256 << 20, 50, 1), false);

  /**
   * Reads JSON.
   *
   * @throws Fault CATALOGUE_FAILED when it is none
   */
  static ToolAnswer read(String whose, String text) {
    List<Node> roots = new ArrayList<>();
    List<Diagnostic> wrong =
        DocumentReader.with(OPTIONS).read(text, whose, document -> roots.add(document.root()));
    if (!wrong.isEmpty() || roots.size() != 1) {
      throw unreadable(whose, wrong.isEmpty() ? "it is no JSON" : wrong.getFirst().message(), text);
    }
    return new ToolAnswer(whose, roots.getFirst());
  }

  private static Fault unreadable(String whose, String why, String text) {
    String begin = text.strip().lines().findFirst().orElse("");
    return new Fault(
        RecoveryCode.CATALOGUE_FAILED.code(),
        "what "
            + whose
            + " answered can't be read: "
            + why
            + (begin.isEmpty()
                ? ""
                : "; it begins with: " + begin.substring(0, Math.min(80, begin.length()))));
  }

  /** What is under a key. */
  ToolAnswer get(String key) {
    return new ToolAnswer(whose, node instanceof MappingNode map ? map.get(key) : null);
  }

  /** Its items; none when it is no list. */
  List<ToolAnswer> items() {
    return node instanceof SequenceNode list
        ? list.items().stream().map(it -> new ToolAnswer(whose, it)).toList()
        : List.of();
  }

  /** Its keys with what is under them; none when it is no object. */
  Stream<Entry> entries() {
    return node instanceof MappingNode map
        ? map.entries().stream().map(it -> new Entry(it.key(), new ToolAnswer(whose, it.value())))
        : Stream.empty();
  }

  /** A key with what is under it. */
  record Entry(String key, ToolAnswer value) {}

  /** The text under a key; null when there is none. */
  @Nullable String text(String key) {
    return node instanceof MappingNode map ? map.text(key) : null;
  }

  /** The text itself; empty when it is none. */
  String text() {
    return node instanceof ScalarNode scalar && scalar.value() != null ? scalar.text() : "";
  }

  /** The text under a key. */
  String require(String key) {
    String text = text(key);
    if (text == null) {
      throw new Fault(
          RecoveryCode.CATALOGUE_FAILED.code(), whose + " did not tell \"" + key + "\"");
    }
    return text;
  }

  /** The whole number under a key. */
  OptionalLong number(String key) {
    String text = text(key);
    try {
      return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** True when the key says so. */
  boolean is(String key) {
    return "true".equals(text(key));
  }
}
