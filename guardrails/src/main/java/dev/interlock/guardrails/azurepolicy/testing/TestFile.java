package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.Limits;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document of kind PolicyTest with the places of everything in it.
 *
 * @param path of the file
 * @param name of the file, as the user gave it
 */
record TestFile(Path path, String name, MappingNode spec, Diagnostics problems) {

  private static final Set<String> WORDS =
      Set.of(
          "aliases",
          "cases",
          "definitions",
          "initiatives",
          "assignments",
          "exemptions",
          "hierarchy");

  /** The tests of a file; what is wrong with it goes to the problems. */
  static List<TestFile> read(Path path, Diagnostics problems) {
    String name = path.toString();
    List<TestFile> found = new ArrayList<>();
    ReadOptions options = new ReadOptions(ReadOptions.Dialect.YAML_1_2, Limits.exported());
    List<Diagnostic> wrong =
        DocumentReader.with(options)
            .read(
                path,
                name,
                document -> {
                  TestFile test = of(path, name, document.root(), problems);
                  if (test != null) {
                    found.add(test);
                  }
                });
    problems.addAll(wrong);
    return found;
  }

  /** True when a document says that it is one. */
  static boolean isTest(Node root) {
    return root instanceof MappingNode mapping && "PolicyTest".equals(mapping.text("kind"));
  }

  private static @Nullable TestFile of(Path path, String name, Node root, Diagnostics problems) {
    if (!isTest(root)) {
      problems.add(TestProblem.NO_TEST.error(root.in(name), "this is no policy test"));
      return null;
    }
    if (!(((MappingNode) root).get("spec") instanceof MappingNode spec)) {
      problems.add(TestProblem.WRONG.error(root.in(name), "spec is missing"));
      return null;
    }
    TestFile test = new TestFile(path, name, spec, problems);
    test.only(spec, WORDS, "a policy test");
    return test;
  }

  /** The cases, in order. */
  List<MappingNode> cases() {
    List<MappingNode> cases = new ArrayList<>();
    if (spec.get("cases") instanceof SequenceNode list) {
      for (Node item : list.items()) {
        if (item instanceof MappingNode one) {
          cases.add(one);
        } else {
          wrong(item, "a case must be a mapping and is " + item.describe());
        }
      }
    } else {
      wrong(spec, "cases must be a list");
    }
    return cases;
  }

  /** A path in the file, relative to it. */
  Path relative(String written) {
    Path own = path.toAbsolutePath().getParent();
    return own == null ? Path.of(written) : own.resolve(written).normalize();
  }

  /** Notes that something is wrong with a node. */
  void wrong(Node node, String message) {
    problems.add(TestProblem.WRONG.error(node.in(name), message));
  }

  /** Warns of words that have no meaning: they may be notes, or slips of the pen. */
  void only(MappingNode mapping, Set<String> words, String what) {
    for (MappingNode.Entry entry : mapping.entries()) {
      if (!words.contains(entry.key())) {
        String hint = Suggestion.didYouMean(entry.key(), words).map(text -> "; " + text).orElse("");
        problems.add(
            TestProblem.UNKNOWN_KEY.warning(
                new SourceRef(name, entry.line(), entry.column()),
                "\"" + entry.key() + "\" has no meaning in " + what + hint));
      }
    }
  }

  /** The text of a node; null when it holds none. */
  static @Nullable String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : null;
  }
}
