package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.goldens.Shared;
import dev.interlock.guardrails.azurepolicy.alias.AliasFile;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Outcome;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.RuleCompiler;
import dev.interlock.guardrails.azurepolicy.rule.RuleCompiler.Compiled;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Evaluation cases of another engine, where the documented semantics and the cases agree. */
class RegorusCasesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** What the cases take for granted where they give no context. */
  private static final String USUAL_CONTEXT =
      """
      {"resourceGroup": {"name": "myResourceGroup", "location": "eastus"},
       "subscription": {"subscriptionId": "00000000-0000-0000-0000-000000000000"}}
      """;

  /**
   * Microsoft's list of template functions that policy rules may not call names neither of these
   * two, see docs/decisions/2026-11-22-policy-cases-that-differ.md.
   */
  private static final Set<String> DIFFERENT =
      Set.of("parse_errors/guid_compile_error", "parse_errors/uniquestring_compile_error");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Path folder = Shared.require("cases/azure-policy-regorus");
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        MappingNode root = (MappingNode) read(file);
        @Nullable String aliases = root.text("aliases");
        for (Node one : ((SequenceNode) get(root, "cases")).items()) {
          MappingNode given = (MappingNode) one;
          String id = String.valueOf(given.text("id"));
          if (!DIFFERENT.contains(id)) {
            tests.add(DynamicTest.dynamicTest(id, () -> check(given, fields(folder, aliases))));
          }
        }
      }
    }
    return tests.stream();
  }

  private static Fields fields(Path folder, @Nullable String aliases) {
    if (aliases == null) {
      return new Fields(null);
    }
    AliasFile.Loaded loaded = AliasFile.read(folder.resolve("_aliases/" + aliases), aliases);
    return new Fields(AliasTable.empty().with(loaded.aliases()));
  }

  private static void check(MappingNode given, Fields fields) {
    MappingNode expected = (MappingNode) get(given, "expected");
    boolean error = expected.get("parseError") != null || expected.get("compileError") != null;
    MappingNode rule = rule(given);
    Compiled compiled =
        rule == null
            ? null
            : new RuleCompiler(fields, parameters(given), policy(given)).compile(rule, "case");
    boolean broken = compiled == null || compiled.rule() == null;
    assertThat(broken).as("%s", compiled == null ? "" : compiled.problems()).isEqualTo(error);
    if (compiled != null && compiled.rule() != null) {
      Outcome outcome =
          compiled.rule().decide(new PolicyScope(subject(given), context(given)), related(given));
      assertThat(outcome.isUnknown()).as("%s", outcome).isFalse();
      Effect effect = outcome.effect();
      assertThat(effect == null ? null : effect.word())
          .as("%s", outcome)
          .isEqualToIgnoringCase(expected.text("effect"));
    }
  }

  private static @Nullable MappingNode rule(MappingNode given) {
    Node definition = given.get("policyDefinition");
    if (definition instanceof MappingNode mapping) {
      Node properties = mapping.get("properties");
      MappingNode body = properties instanceof MappingNode inner ? inner : mapping;
      return body.get("policyRule") instanceof MappingNode rule ? rule : null;
    }
    return given.get("policyRule") instanceof MappingNode rule ? rule : null;
  }

  private static ObjectValue parameters(MappingNode given) {
    return object(given.get("parameters"));
  }

  private static ObjectValue policy(MappingNode given) {
    return object(contextOf(given).get("policy"));
  }

  private static ObjectValue contextOf(MappingNode given) {
    Node context = given.get("context");
    return context == null ? object(read(USUAL_CONTEXT)) : object(context);
  }

  private static EvaluationContext context(MappingNode given) {
    ObjectValue context = contextOf(given);
    return new EvaluationContext(
        objectOrNull(context.get("subscription")),
        objectOrNull(context.get("resourceGroup")),
        objectOrNull(context.get("requestContext")),
        NOW);
  }

  private static Subject subject(MappingNode given) {
    return new Subject(object(given.get("resource")), null);
  }

  private static RelatedResources related(MappingNode given) {
    List<Subject> found = new ArrayList<>();
    if (given.get("host_await") instanceof SequenceNode answers) {
      for (Node answer : answers.items()) {
        if (get((MappingNode) answer, "response") instanceof MappingNode response) {
          found.add(new Subject(object(response), null));
        }
      }
    }
    return RelatedResources.of(found, true);
  }

  private static @Nullable ObjectValue objectOrNull(@Nullable Value value) {
    return value instanceof ObjectValue object ? object : null;
  }

  private static ObjectValue object(@Nullable Node node) {
    return node == null ? ObjectValue.EMPTY : object(Values.of(node));
  }

  private static ObjectValue object(@Nullable Value value) {
    return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  private static Node get(MappingNode mapping, String key) {
    return java.util.Objects.requireNonNull(mapping.get(key));
  }

  private static Node read(Path file) throws IOException {
    return read(Files.readString(file));
  }

  private static Node read(String json) {
    List<Node> roots = new ArrayList<>();
    assertThat(DocumentReader.standard().read(json, "case", d -> roots.add(d.root()))).isEmpty();
    return roots.getFirst();
  }
}
