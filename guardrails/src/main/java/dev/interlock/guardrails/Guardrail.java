package dev.interlock.guardrails;

import dev.interlock.estate.Control;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.judge.CompiledControl;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A control that is ready to judge: checked, with its name and where it comes from. Two guardrails
 * of the same name and origin are the same rule.
 */
public final class Guardrail {

  private final String name;
  private final Control control;
  private final Origin origin;
  private final SourceRef source;
  private final CompiledControl compiled;

  /**
   * A guardrail; made by {@link Controls} and {@link ControlPack}.
   *
   * @param source where the control is written
   * @param compiled its expressions
   */
  public Guardrail(
      String name, Control control, Origin origin, SourceRef source, CompiledControl compiled) {
    this.name = name;
    this.control = control;
    this.origin = origin;
    this.source = source;
    this.compiled = compiled;
  }

  /** The control's name, unique among the controls that are judged together. */
  public String name() {
    return name;
  }

  /** What is declared, with the overrides of a control set applied. */
  public Control control() {
    return control;
  }

  /** Where it comes from. */
  public Origin origin() {
    return origin;
  }

  /** Where it is written. */
  public SourceRef source() {
    return source;
  }

  /** Its expressions; for this module's own use. */
  public CompiledControl compiled() {
    return compiled;
  }

  /** The same guardrail with another severity. */
  public Guardrail withSeverity(Severity severity) {
    return with(severity, control.params());
  }

  /** The same guardrail with some parameters changed. */
  public Guardrail withParams(Map<String, Object> changed) {
    Map<String, Object> params = new LinkedHashMap<>(control.params());
    params.putAll(changed);
    return with(control.severity(), params);
  }

  private Guardrail with(Severity severity, Map<String, Object> params) {
    Control changed =
        new Control(
            control.title(),
            control.match(),
            control.each(),
            control.rule(),
            control.message(),
            control.at(),
            severity,
            control.rationale(),
            control.remediation(),
            control.frameworks(),
            params);
    return new Guardrail(name, changed, origin, source, compiled);
  }

  @Override
  public String toString() {
    return name;
  }
}
