package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Value;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.DefinitionReference;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.model.ResourceSelector;
import dev.interlock.guardrails.azurepolicy.model.Selector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read, as text that a person can compare with the files. */
final class Listing {

  private final List<String> lines = new ArrayList<>();
  private final Path folder;

  private Listing(Path folder) {
    this.folder = folder;
  }

  static String of(PolicyReading reading, Path folder) {
    Listing listing = new Listing(folder);
    reading.objects().definitions().forEach(listing::definition);
    reading.objects().initiatives().forEach(listing::initiative);
    reading.objects().assignments().forEach(listing::assignment);
    reading.objects().exemptions().forEach(listing::exemption);
    reading.diagnostics().forEach(listing::diagnostic);
    return String.join("\n", listing.lines).replace(folder + "/", "") + "\n";
  }

  private void definition(PolicyDefinition d) {
    head("definition", d.id(), d.name(), d.displayName(), d.source());
    line("mode", d.mode().name());
    line("version", d.version());
    line("category", d.metadata().get("category"));
    declared(d.parameters());
    line("rule", brief(d.rule()));
  }

  private void initiative(Initiative i) {
    head("initiative", i.id(), i.name(), i.displayName(), i.source());
    line("version", i.version());
    declared(i.parameters());
    i.groups().forEach(group -> line("group", group.name()));
    for (DefinitionReference reference : i.references()) {
      line("reference " + reference.referenceId(), reference.policyDefinitionId());
      line("  version", reference.definitionVersion());
      given(reference.parameters());
      reference.groupNames().forEach(group -> line("  in group", group));
    }
  }

  private void assignment(Assignment a) {
    head("assignment", a.id(), a.name(), a.displayName(), a.source());
    line("scope", a.scope());
    line("of", a.policyDefinitionId());
    line("version", a.definitionVersion());
    line("mode", a.enforcementMode().word());
    given(a.parameters());
    a.notScopes().forEach(scope -> line("not", scope));
    a.nonComplianceMessages()
        .forEach(m ->
            line("says", Objects.requireNonNullElse(m.referenceId(), "*") + ": " + m.message()));
    a.resourceSelectors().forEach(this::resourceSelector);
    for (PolicyOverride override : a.overrides()) {
      line("override", override.kind().word() + " = " + override.value());
      override.selectors().forEach(this::selector);
    }
  }

  private void exemption(Exemption e) {
    head("exemption", e.id(), e.name(), e.displayName(), e.source());
    line("scope", e.scope());
    line("from", e.policyAssignmentId());
    e.policyDefinitionReferenceIds().forEach(id -> line("reference", id));
    line("category", e.category().word());
    line("expires", e.expiresOn());
    line("validation", e.assignmentScopeValidation().word());
    line("description", e.description());
    e.resourceSelectors().forEach(this::resourceSelector);
  }

  private void head(String what, String id, String name, @Nullable String title, Object source) {
    lines.add(what + " " + name + (title == null ? "" : " \"" + title + "\"") + " at " + source);
    line("id", id);
  }

  private void declared(ByName<ParameterDeclaration> parameters) {
    for (ParameterDeclaration p : parameters.all()) {
      line(
          "parameter " + p.name(),
          p.type().word()
              + (p.defaultValue() == null ? "" : " default " + JsonText.of(p.defaultValue()))
              + (p.allowedValues().isEmpty() ? "" : " of " + p.allowedValues().size())
              + (p.strongType() == null ? "" : " " + p.strongType()));
    }
  }

  private void given(ByName<GivenParameter> parameters) {
    for (GivenParameter p : parameters.all()) {
      line("  " + p.name(), JsonText.of(p.value()));
    }
  }

  private void resourceSelector(ResourceSelector selector) {
    line("only", selector.name());
    selector.selectors().forEach(this::selector);
  }

  private void selector(Selector selector) {
    String what = selector.in() == null ? "not in " + selector.notIn() : "in " + selector.in();
    line("  " + selector.kind().word(), what);
  }

  private void line(String what, @Nullable Object value) {
    if (value != null) {
      lines.add("  " + what + ": " + (value instanceof Value json ? JsonText.of(json) : value));
    }
  }

  private void diagnostic(Diagnostic diagnostic) {
    lines.add(diagnostic.render().replace(folder.toString(), "."));
  }

  private static String brief(Node node) {
    return switch (node) {
      case UnknownNode unknown -> unknown.reason();
      case ScalarNode scalar -> scalar.text();
      case SequenceNode list -> list.items().stream().map(Listing::brief).toList().toString();
      case MappingNode mapping ->
          mapping.entries().stream().map(e -> e.key() + "=" + brief(e.value())).toList().toString();
    };
  }
}
