package dev.interlock.guardrails.view;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of a resource, as CEL sees it. */
public final class SequenceView extends AbstractList<Object> implements RandomAccess {

  private final List<Location> elements;
  private final Absences absences;
  private final @Nullable Object[] values;

  SequenceView(Location location, Absences absences) {
    this.elements = location.elements();
    this.absences = absences;
    this.values = new @Nullable Object[elements.size()];
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
