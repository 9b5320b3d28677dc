package dev.interlock.guardrails;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.evaluation.Doubts;
import dev.interlock.guardrails.azurepolicy.evaluation.ObjectPages;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.DefinitionReference;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What folders of Azure Policy objects hold, and what of it can't be evaluated. */
public final class PolicyCatalogue {

  private final PolicyObjects objects;
  private final List<Diagnostic> diagnostics;
  private final AliasTable aliases;

  private PolicyCatalogue(PolicyObjects objects, List<Diagnostic> diagnostics, AliasTable aliases) {
    this.objects = objects;
    this.diagnostics = List.copyOf(diagnostics);
    this.aliases = aliases;
  }

  /** Kinds of policy objects. */
  public enum Kind {
    /** A definition. */
    DEFINITION("definition"),
    /** An initiative. */
    INITIATIVE("initiative"),
    /** An assignment. */
    ASSIGNMENT("assignment"),
    /** An exemption. */
    EXEMPTION("exemption");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in listings. */
    public String word() {
      return word;
    }
  }

  /**
   * One object.
   *
   * @param title its display name, or its name
   * @param scope where an assignment or exemption holds; empty for the rest
   * @param doubts why it can't be evaluated, or not always; empty when it can
   * @param page everything about it, as lines for people
   */
  public record Row(
      Kind kind,
      String name,
      String id,
      String title,
      String scope,
      SourceRef source,
      List<String> doubts,
      List<String> page) {

    public Row {
      doubts = List.copyOf(doubts);
      page = List.copyOf(page);
    }
  }

  /** Reads files and folders. */
  public static PolicyCatalogue read(List<Path> paths) {
    PolicyReading reading = PolicyReader.read(paths);
    return new PolicyCatalogue(reading.objects(), reading.diagnostics(), AliasTable.shipped());
  }

  /** What is wrong with the files. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * What is wrong with the files, and with the rules in them, whether these are assigned or not.
   */
  public List<Diagnostic> everythingWrong() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    objects.definitions().forEach(one -> all.addAll(Doubts.problems(one, aliases)));
    return all;
  }

  /** All objects: definitions first, then what refers to them. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    objects.definitions().forEach(one -> rows.add(row(one)));
    objects.initiatives().forEach(one -> rows.add(row(one)));
    objects.assignments().forEach(one -> rows.add(row(one)));
    objects.exemptions().forEach(one -> rows.add(row(one)));
    return rows;
  }

  private Row row(PolicyDefinition one) {
    return new Row(
        Kind.DEFINITION,
        one.name(),
        one.id(),
        one.title(),
        "",
        one.source(),
        Doubts.of(one, aliases),
        ObjectPages.of(one));
  }

  private Row row(Initiative one) {
    List<String> doubts = new ArrayList<>();
    for (DefinitionReference reference : one.references()) {
      String id = reference.policyDefinitionId();
      if (objects.definition(id, reference.definitionVersion()) == null) {
        doubts.add(missing(id));
      }
    }
    return new Row(
        Kind.INITIATIVE,
        one.name(),
        one.id(),
        one.title(),
        "",
        one.source(),
        doubts,
        ObjectPages.of(one));
  }

  private Row row(Assignment one) {
    String id = one.policyDefinitionId();
    boolean there =
        objects.definition(id, one.definitionVersion()) != null
            || objects.initiative(id, one.definitionVersion()) != null;
    return new Row(
        Kind.ASSIGNMENT,
        one.name(),
        one.id(),
        one.title(),
        one.scope(),
        one.source(),
        there ? List.of() : List.of(missing(id)),
        ObjectPages.of(one));
  }

  private Row row(Exemption one) {
    String id = one.policyAssignmentId();
    List<String> doubts =
        objects.assignment(id) == null
            ? List.of("the assignment " + id + " was not given")
            : List.of();
    return new Row(
        Kind.EXEMPTION,
        one.name(),
        one.id(),
        one.title(),
        one.scope(),
        one.source(),
        doubts,
        ObjectPages.of(one));
  }

  private static String missing(String id) {
    return "the definition " + id + " was not given; bring it in with interlock policy import";
  }

  /** Ids of definitions and initiatives that are referred to and not here, in order. */
  public Set<String> missing() {
    Set<String> ids = new LinkedHashSet<>();
    for (Assignment one : objects.assignments()) {
      String id = one.policyDefinitionId();
      if (objects.definition(id, null) == null && objects.initiative(id, null) == null) {
        ids.add(id);
      }
    }
    for (Initiative one : objects.initiatives()) {
      for (DefinitionReference reference : one.references()) {
        if (objects.definition(reference.policyDefinitionId(), null) == null) {
          ids.add(reference.policyDefinitionId());
        }
      }
    }
    return ids;
  }

  /** The file that holds the definition or initiative of an id; null when none does. */
  public @Nullable String fileOf(String id) {
    PolicyDefinition definition = objects.definition(id, null);
    if (definition != null && !PolicyIds.isInitiative(id)) {
      return definition.source().file();
    }
    Initiative initiative = objects.initiative(id, null);
    return initiative == null ? null : initiative.source().file();
  }
}
