package dev.interlock.guardrails.cel;

import dev.cel.runtime.CelVariableResolver;
import dev.interlock.guardrails.view.Absences;
import dev.interlock.guardrails.view.Location;
import dev.interlock.guardrails.view.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of an evaluation's variables. One scope serves one thread. */
public final class Scope implements CelVariableResolver {

  private final Absences absences;
  private final Map<String, Object> values = new HashMap<>();
  private Work work = new Work(Work.USUAL);

  /** A scope whose views note absences here. */
  public Scope(Absences absences) {
    this.absences = absences;
  }

  /** A scope with the same values, to be changed on its own. */
  public Scope copy() {
    Scope copy = new Scope(absences);
    copy.values.putAll(values);
    copy.work = work;
    return copy;
  }

  /** Binds a variable. */
  public void bind(Variable variable, Object value) {
    values.put(variable.word(), value);
  }

  /** Binds a variable to a value of the resource. */
  public void bind(Variable variable, Location location) {
    bind(variable, Views.of(location, absences));
  }

  /** Begins to count the work of a control on a resource; copies made from now on share it. */
  public void begin(Work units) {
    work = units;
  }

  /** The work that is left. */
  public Work work() {
    return work;
  }

  /** What was looked for and not found since the last evaluation began. */
  public Absences absences() {
    return absences;
  }

  @Override
  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
