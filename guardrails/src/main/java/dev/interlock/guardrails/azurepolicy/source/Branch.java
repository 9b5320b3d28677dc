package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.Assignment.EnforcementMode;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.NonComplianceMessage;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.model.ResourceSelector;
import dev.interlock.guardrails.azurepolicy.reading.AssignmentReading;
import dev.interlock.guardrails.azurepolicy.reading.Fields;
import dev.interlock.guardrails.azurepolicy.reading.Item;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import dev.interlock.guardrails.azurepolicy.reading.Problems;
import dev.interlock.guardrails.azurepolicy.reading.SelectorReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nodes of an assignment tree add up to, from the root down to one of them. */
final class Branch {

  /** Keys that say how to deploy, which judging does not need. */
  static final Set<String> NOT_READ =
      Set.of(
          "nodeName",
          "metadata",
          "managedIdentityLocations",
          "managedIdentityLocation",
          "additionalRoleAssignments",
          "userAssignedIdentity",
          "epacCloudEnvironments",
          "definitionVersion");

  private final String file;
  private final Problems problems;
  private final List<Fields> entries = new ArrayList<>();
  private final Map<String, GivenParameter> parameters = new LinkedHashMap<>();
  private final Map<String, List<String>> scopes = new LinkedHashMap<>();
  private final Map<String, List<String>> notScopes = new LinkedHashMap<>();
  private final List<NonComplianceMessage> messages = new ArrayList<>();
  private final List<ResourceSelector> selectors = new ArrayList<>();
  private final List<PolicyOverride> overrides = new ArrayList<>();
  private String name = "";
  private String displayName = "";
  private EnforcementMode mode = EnforcementMode.DEFAULT;

  Branch(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  private Branch copy() {
    Branch copy = new Branch(file, problems);
    copy.entries.addAll(entries);
    copy.parameters.putAll(parameters);
    copy.scopes.putAll(scopes);
    copy.notScopes.putAll(notScopes);
    copy.messages.addAll(messages);
    copy.selectors.addAll(selectors);
    copy.overrides.addAll(overrides);
    copy.name = name;
    copy.displayName = displayName;
    copy.mode = mode;
    return copy;
  }

  /** This and one more node. */
  Branch with(Fields node) {
    Branch more = copy();
    more.definitions(node);
    more.names(node);
    more.given(node);
    more.where(node);
    more.messages.addAll(AssignmentReading.messages(node));
    more.selectors.addAll(SelectorReading.resourceSelectors(node));
    more.overrides.addAll(TreeOverrides.read(node));
    more.mode =
        node.choice(mode, EnforcementMode.values(), EnforcementMode::word, "enforcementMode");
    if (node.get("ignoreBranch") instanceof ScalarNode scalar
        && Boolean.TRUE.equals(scalar.value())) {
      more.mode = EnforcementMode.DO_NOT_ENFORCE;
    }
    if (node.get("parameterFile", "parameterSelector", "parameterSuppressDefaultValues") != null) {
      problems.add(
          PolicyCode.POL018.warning(
              node.at("parameterFile", "parameterSelector"),
              "parameters from a CSV file are not read",
              "export what was deployed: az policy assignment list"));
    }
    node.get("nonComplianceMessageColumn");
    return more;
  }

  private void definitions(Fields node) {
    Fields entry = node.object("definitionEntry");
    List<Fields> more = new ArrayList<>(node.objects("definitionEntryList"));
    if (entry != null) {
      more.add(entry);
    }
    if (!more.isEmpty() && !entries.isEmpty()) {
      wrong(node, "the branch says twice what it assigns", "keep one definitionEntry");
    }
    entries.addAll(more);
  }

  private void names(Fields node) {
    Fields assignment = node.object("assignment");
    if (assignment != null) {
      name += text(assignment, "name");
      displayName += text(assignment, "displayName");
    }
  }

  private static String text(Fields fields, String key) {
    String text = fields.text(key);
    return text == null ? "" : text;
  }

  private void given(Fields node) {
    Fields given = node.object("parameters");
    if (given != null) {
      for (MappingNode.Entry entry : given.node().entries()) {
        parameters.put(
            entry.key().toLowerCase(Locale.ROOT),
            new GivenParameter(entry.key(), Values.of(entry.value()), entry.value().in(file)));
      }
    }
  }

  private void where(Fields node) {
    boolean again = !scopes.isEmpty() && node.get("scope") != null;
    if (again) {
      wrong(node, "the branch says its scope twice", "keep one scope");
    }
    environments(node.object("scope"), scopes);
    environments(node.object("notScopes", "notScope"), notScopes);
  }

  /** Ids by environment. */
  private static void environments(@Nullable Fields by, Map<String, List<String>> into) {
    if (by != null) {
      for (MappingNode.Entry entry : by.node().entries()) {
        List<String> ids = new ArrayList<>(into.getOrDefault(entry.key(), List.of()));
        ids.addAll(ids(entry.value(), by, entry.key()));
        into.put(entry.key(), ids);
      }
    }
  }

  private static List<String> ids(Node value, Fields by, String environment) {
    return value instanceof SequenceNode ? by.texts(environment) : List.of(text(by, environment));
  }

  /** The assignments of a whole branch. */
  List<Assignment> assignments(Fields leaf) {
    int before = problems.errors();
    if (entries.isEmpty()) {
      wrong(leaf, "the branch does not say what it assigns", "add a definitionEntry");
    }
    if (scopes.isEmpty()) {
      wrong(leaf, "the branch does not say its scope", "add a scope");
    }
    List<Assignment> assignments = new ArrayList<>();
    for (Fields entry : entries) {
      String definition = definitionId(entry);
      scopes.forEach((environment, ids) ->
          ids.forEach(
              scope -> assignments.add(assignment(entry, definition, environment, scope, leaf))));
    }
    if (!assignments.isEmpty() && assignments.getFirst().name().isEmpty()) {
      wrong(leaf, "the assignment has no name", "add assignment with a name");
    }
    return problems.errors() == before ? assignments : List.of();
  }

  private String definitionId(Fields entry) {
    String set = entry.text("policySetName", "initiativeName");
    if (set != null) {
      return PolicyIds.of("", "policySetDefinitions", set);
    }
    String policy = entry.text("policyName");
    if (policy != null) {
      return PolicyIds.of("", "policyDefinitions", policy);
    }
    return entry.needed("policyId", "policySetId", "initiativeId");
  }

  private Assignment assignment(
      Fields entry, String definition, String environment, String scope, Fields leaf) {
    Fields own = entry.object("assignment");
    boolean append =
        own != null
            && own.get("append") instanceof ScalarNode scalar
            && Boolean.TRUE.equals(scalar.value());
    String fullName = joined(name, own, "name", append);
    List<String> excluded = new ArrayList<>(notScopes.getOrDefault("*", List.of()));
    excluded.addAll(
        environment.equals("*") ? List.of() : notScopes.getOrDefault(environment, List.of()));
    List<NonComplianceMessage> said = new ArrayList<>(messages);
    said.addAll(AssignmentReading.messages(entry));
    return new Assignment(
        PolicyIds.of(scope, "policyAssignments", fullName),
        fullName,
        Item.orNull(joined(displayName, own, "displayName", append)),
        scope,
        definition,
        SelectorReading.range(entry),
        ByName.of(parameters.values(), GivenParameter::name),
        excluded,
        mode,
        said,
        selectors,
        overrides,
        leaf.source());
  }

  private static String joined(String tree, @Nullable Fields own, String key, boolean append) {
    if (own == null) {
      return tree;
    }
    return append ? tree + text(own, key) : text(own, key) + tree;
  }

  private void wrong(Fields node, String message, String hint) {
    problems.add(PolicyCode.POL017.error(node.source(), message, hint));
  }
}
