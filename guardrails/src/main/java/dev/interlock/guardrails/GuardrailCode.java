package dev.interlock.guardrails;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** The permanent codes of diagnostics about controls; a retired code is never used again. */
public enum GuardrailCode {
  /** An expression or path of a control cannot be used. */
  GRD001,
  /** A control set names a control that does not exist. */
  GRD002,
  /** A control set changes a parameter that the control does not have. */
  GRD003,
  /** A control set changes the severity or parameters of a control that is not in it. */
  GRD004,
  /** Two controls have the same name. */
  GRD005,
  /** A document is passed over because it is no control. */
  GRD006,
  /** A control names a plane that does not exist. */
  GRD007,
  /** A path leads to no file or folder. */
  GRD008,
  /** A parameter has another type than the control's own value. */
  GRD009,
  /** A file cannot be read. */
  GRD010;

  /** A diagnostic that makes the input unusable. */
  public Diagnostic error(SourceRef source, String message, @Nullable String hint) {
    return new Diagnostic(name(), Diagnostic.Level.ERROR, source, message, hint);
  }

  /** A diagnostic that does not. */
  public Diagnostic warning(SourceRef source, String message, @Nullable String hint) {
    return new Diagnostic(name(), Diagnostic.Level.WARNING, source, message, hint);
  }
}
