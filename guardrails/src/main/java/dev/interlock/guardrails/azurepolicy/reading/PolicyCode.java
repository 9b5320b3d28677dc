package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** The permanent codes of diagnostics about policy files; a retired code is never used again. */
public enum PolicyCode {
  /** A path leads to no file or folder, or cannot be read. */
  POL001,
  /** A file or folder that was named holds no policy object. */
  POL002,
  /** An element of a list is no policy object. */
  POL003,
  /** A key that nothing reads. */
  POL004,
  /** A key that must be there is not. */
  POL005,
  /** Another type of value was expected. */
  POL006,
  /** A word that is none of those allowed here. */
  POL007,
  /** An export was cut off by ConvertTo-Json. */
  POL008,
  /** Two objects have the same id and version. */
  POL009,
  /** A text is no version, or no range of versions. */
  POL010,
  /** A text is no instant. */
  POL011,
  /** The scope and the id of an assignment contradict each other. */
  POL012,
  /** A selector says both in and notIn, or neither. */
  POL013,
  /** A name stands twice where it must be unique. */
  POL014,
  /** A group, or a definition of the initiative, is named that the initiative does not have. */
  POL015,
  /** An assignment or exemption does not say what it is for. */
  POL016,
  /** A branch of an assignment tree says too little, or something twice. */
  POL017,
  /** Something is written in a way that is not read here. */
  POL018,
  /** A default value does not fit its own declaration. */
  POL019,
  /** A parameter without default is not given. */
  POL020,
  /** A parameter is given a value of another type. */
  POL021,
  /** A parameter is given a value that is not allowed. */
  POL022,
  /** A parameter is given that is not declared. */
  POL023,
  /** A value is filled in only when a template is deployed. */
  POL024;

  /** A diagnostic that makes the object unusable. */
  public Diagnostic error(SourceRef source, String message, @Nullable String hint) {
    return new Diagnostic(name(), Diagnostic.Level.ERROR, source, message, hint);
  }

  /** A diagnostic that does not. */
  public Diagnostic warning(SourceRef source, String message, @Nullable String hint) {
    return new Diagnostic(name(), Diagnostic.Level.WARNING, source, message, hint);
  }
}
