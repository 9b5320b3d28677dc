package dev.interlock.document.binding;

import dev.interlock.document.Node;
import dev.interlock.finding.Diagnostic;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of one node into one record. */
public final class Binding {

  private final Complaints complaints;
  private final NodeBinder binder;

  /**
   * A reading.
   *
   * @param standIns what to put where nothing can be read; null to give up there
   * @param sink takes every mistake
   */
  public Binding(Plans plans, String file, @Nullable StandIns standIns, Consumer<Diagnostic> sink) {
    complaints = new Complaints(file, sink);
    binder = new NodeBinder(plans, complaints, standIns);
  }

  /** The record, or null when it can't be built. */
  public @Nullable Object bind(Class<?> type, Node node) {
    return binder.top(type, node);
  }

  /** True when anything was wrong. */
  public boolean complained() {
    return complaints.any();
  }
}
