package dev.interlock.usecases;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * Whether an object is the one resource that a policy is evaluated on. An export that holds many
 * has no type and no properties of its own: every rule would pass it by, and look satisfied.
 */
final class OneResource {

  /** Where exports keep their resources. */
  private static final List<String> LISTS = List.of("data", "value", "resources");

  private OneResource() {}

  /** What is wrong with it, if something is. */
  static Optional<Diagnostic> check(Document document) {
    SourceRef place = document.root().in(document.file());
    if (!(document.root() instanceof MappingNode resource) || resource.get("type") != null) {
      return Optional.empty();
    }
    return LISTS.stream()
        .map(resource::get)
        .filter(OneResource::holdsResources)
        .map(list -> list(place, (SequenceNode) list))
        .findFirst()
        .or(() -> Optional.of(noType(place)));
  }

  private static boolean holdsResources(Node node) {
    return node instanceof SequenceNode list
        && !list.items().isEmpty()
        && list.items().stream()
            .allMatch(item -> item instanceof MappingNode one && one.get("type") != null);
  }

  private static Diagnostic list(SourceRef place, SequenceNode list) {
    return Diagnostic.error(
        ActionCode.NOT_ONE_RESOURCE.code(),
        place,
        "a policy is evaluated on one resource, and this is a list of " + list.items().size(),
        "interlock check FILE --policies DIR judges lists; or put one of them into a file");
  }

  private static Diagnostic noType(SourceRef place) {
    return new Diagnostic(
        ActionCode.NO_TYPE.code(),
        Diagnostic.Level.WARNING,
        place,
        "the resource does not say its type: rules about a type don't apply to it",
        "add it: \"type\": \"Microsoft.Storage/storageAccounts\"");
  }
}
