package dev.interlock.guardrails.azurepolicy.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Definitions, initiatives, assignments and exemptions, found by id in any letter case. An id that
 * does not say where its object is ({@link PolicyIds#isOpen}) is found by its last segment, as long
 * as only one object has it. Immutable.
 */
public final class PolicyObjects {

  private final List<PolicyDefinition> definitions;
  private final List<Initiative> initiatives;
  private final List<Assignment> assignments;
  private final List<Exemption> exemptions;
  private final ById<PolicyDefinition> definitionsById;
  private final ById<Initiative> initiativesById;
  private final ById<Assignment> assignmentsById;

  /** These. Versions of a definition stand side by side with the same id. */
  public PolicyObjects(
      List<PolicyDefinition> definitions,
      List<Initiative> initiatives,
      List<Assignment> assignments,
      List<Exemption> exemptions) {
    this.definitions = List.copyOf(definitions);
    this.initiatives = List.copyOf(initiatives);
    this.assignments = List.copyOf(assignments);
    this.exemptions = List.copyOf(exemptions);
    this.definitionsById = new ById<>(this.definitions, PolicyDefinition::id);
    this.initiativesById = new ById<>(this.initiatives, Initiative::id);
    this.assignmentsById = new ById<>(this.assignments, Assignment::id);
  }

  /** Nothing. */
  public static PolicyObjects none() {
    return new PolicyObjects(List.of(), List.of(), List.of(), List.of());
  }

  /** These and those. */
  public PolicyObjects and(PolicyObjects other) {
    return new PolicyObjects(
        joined(definitions, other.definitions),
        joined(initiatives, other.initiatives),
        joined(assignments, other.assignments),
        joined(exemptions, other.exemptions));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** All definitions, versions one by one, in the order read. */
  public List<PolicyDefinition> definitions() {
    return definitions;
  }

  /** All initiatives, versions one by one, in the order read. */
  public List<Initiative> initiatives() {
    return initiatives;
  }

  /** All assignments, in the order read. */
  public List<Assignment> assignments() {
    return assignments;
  }

  /** All exemptions, in the order read. */
  public List<Exemption> exemptions() {
    return exemptions;
  }

  /**
   * The newest version of a definition among those that a range takes.
   *
   * @param range null for any; one that is not finished only where there is no other
   * @return null when there is none, or it is not sure which is meant
   */
  public @Nullable PolicyDefinition definition(String id, @Nullable VersionRange range) {
    return newest(definitionsById.find(id), PolicyDefinition::version, range);
  }

  /**
   * The newest version of an initiative among those that a range takes.
   *
   * @param range null for any; one that is not finished only where there is no other
   * @return null when there is none, or it is not sure which is meant
   */
  public @Nullable Initiative initiative(String id, @Nullable VersionRange range) {
    return newest(initiativesById.find(id), Initiative::version, range);
  }

  /** The assignment of that id; null when there is none, or it is not sure which is meant. */
  public @Nullable Assignment assignment(String id) {
    List<Assignment> found = assignmentsById.find(id);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** What has no version was never numbered, and so is what every range means. */
  private static <T> @Nullable T newest(
      List<T> versions,
      Function<T, @Nullable DefinitionVersion> versionOf,
      @Nullable VersionRange range) {
    T best = null;
    for (T candidate : versions) {
      DefinitionVersion version = versionOf.apply(candidate);
      boolean taken = range == null || version == null || range.takes(version);
      if (taken && (best == null || better(version, versionOf.apply(best), range == null))) {
        best = candidate;
      }
    }
    return best;
  }

  /** What is finished goes before what is not, where nobody asked for a preview. */
  private static boolean better(
      @Nullable DefinitionVersion a, @Nullable DefinitionVersion b, boolean finishedFirst) {
    boolean same = isFinished(a) == isFinished(b);
    return (finishedFirst && !same) ? isFinished(a) : newer(a, b);
  }

  private static boolean isFinished(@Nullable DefinitionVersion version) {
    return version == null || version.suffix().isEmpty();
  }

  private static boolean newer(@Nullable DefinitionVersion a, @Nullable DefinitionVersion b) {
    Comparator<@Nullable DefinitionVersion> order =
        Comparator.nullsFirst(Comparator.naturalOrder());
    return order.compare(a, b) > 0;
  }
}
