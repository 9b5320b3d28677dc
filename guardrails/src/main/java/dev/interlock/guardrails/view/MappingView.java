package dev.interlock.guardrails.view;

import com.google.errorprone.annotations.Immutable;
import dev.interlock.document.MappingNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A mapping of a resource. A key whose value is null counts as absent. */
@Immutable
@SuppressWarnings("Immutable") // nodes are never changed
final class MappingView extends MapValue {

  private final Location location;
  private final MappingNode mapping;
  private final Absences absences;

  MappingView(Location location, MappingNode mapping, Absences absences) {
    this.location = location;
    this.mapping = mapping;
    this.absences = absences;
  }

  /** What it shows. */
  MappingNode written() {
    return mapping;
  }

  @Override
  protected @Nullable Object lookup(String key) {
    Location child = location.child(key);
    return child == null ? null : Views.of(child, absences);
  }

  @Override
  protected Collection<String> keys() {
    return mapping.entries().stream()
        .filter(entry -> !Location.isNull(entry.value()))
        .map(MappingNode.Entry::key)
        .toList();
  }

  @Override
  protected String missing(String key) {
    return absences.note(location.pathOf(key), location);
  }
}
