package dev.interlock.guardrails.view;

import dev.interlock.document.Node;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of a resource, as CEL sees it. */
public final class SequenceView extends AbstractList<Object> implements RandomAccess {

  private final Node written;
  private final List<Location> elements;
  private final Absences absences;
  private final @Nullable Object[] values;

  SequenceView(Location location, Absences absences) {
    this.written = location.node();
    this.elements = location.elements();
    this.absences = absences;
    this.values = new @Nullable Object[elements.size()];
  }

  /** What it shows. */
  Node written() {
    return written;
  }

  @Override
  public Object get(int index) {
    Object value = values[index];
    if (value == null) {
      value = Views.of(elements.get(index), absences);
      values[index] = value;
    }
    return value;
  }

  @Override
  public int size() {
    return elements.size();
  }
}
