package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.guardrails.azurepolicy.alias.AliasFile;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyEvaluation;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all cases of a test share.
 *
 * @param fields what names of fields mean
 * @param types which resource types have tags and a location
 * @param evaluation through assignments; null when the test declares none
 */
record Surroundings(Fields fields, ResourceTypes types, @Nullable PolicyEvaluation evaluation) {

  private static final List<String> OBJECTS =
      List.of("definitions", "initiatives", "assignments", "exemptions");

  /** What a test declares beside its cases. */
  static Surroundings of(TestFile test, AliasTable shipped, ResourceTypes types) {
    Fields fields = new Fields(aliases(test, shipped));
    PolicyReading reading = objects(test);
    reading.diagnostics().forEach(test.problems()::add);
    if (reading.objects().assignments().isEmpty()) {
      return new Surroundings(fields, types, null);
    }
    AssignmentCompiler.Compiled compiled =
        AssignmentCompiler.compile(reading.objects(), fields, hierarchy(test), types);
    return new Surroundings(fields, types, compiled.evaluation());
  }

  private static @Nullable AliasTable aliases(TestFile test, AliasTable shipped) {
    MappingNode.Entry entry = test.spec().entry("aliases");
    if (entry == null) {
      return shipped;
    }
    if (entry.value() instanceof ScalarNode scalar && scalar.value() == null) {
      return null;
    }
    String written = TestFile.text(entry.value());
    if (written == null) {
      test.wrong(entry.value(), "aliases must be the path of a file, or null for none");
      return shipped;
    }
    Path file = test.relative(written);
    AliasFile.Loaded loaded = AliasFile.read(file, written);
    test.problems().addAll(loaded.diagnostics());
    return shipped.with(loaded.aliases());
  }

  private static PolicyReading objects(TestFile test) {
    PolicyReader reader = new PolicyReader();
    for (String word : OBJECTS) {
      Node node = test.spec().get(word);
      String path = TestFile.text(node);
      if (path != null) {
        reader.path(test.relative(path));
      } else if (node instanceof SequenceNode list) {
        for (Node item : list.items()) {
          String one = TestFile.text(item);
          if (one == null) {
            reader.node(item, test.name(), word);
          } else {
            reader.path(test.relative(one));
          }
        }
      } else if (node != null) {
        test.wrong(node, word + " must be a list, or the path of a folder");
      }
    }
    return reader.finish();
  }

  private static Hierarchy hierarchy(TestFile test) {
    Node given = test.spec().get("hierarchy");
    if (!(given instanceof MappingNode node)) {
      if (given != null) {
        test.wrong(given, "hierarchy must be a mapping and is " + given.describe());
      }
      return Hierarchy.UNKNOWN;
    }
    return new Hierarchy(
        names(test, node.get("managementGroups")), names(test, node.get("subscriptions")));
  }

  private static Map<String, String> names(TestFile test, @Nullable Node node) {
    Map<String, String> names = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        names.put(
            entry.key(),
            entry.value() instanceof ScalarNode s && s.value() != null ? s.text() : "");
      }
    } else if (node != null) {
      test.wrong(node, "this must be a mapping of names to names");
    }
    return names;
  }
}
