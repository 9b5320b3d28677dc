package dev.interlock.facts.arm.expand;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostic.Level;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a template. Codes are permanent. */
public enum Problem {
  /** An expression can't be read, or fails. */
  EXPRESSION("ARM001", Level.ERROR, null),
  /** An expression calls a function that nobody here knows. */
  FUNCTION("ARM002", Level.WARNING, "what it gives is taken as not known"),
  /** A parameter has neither a value nor a default. */
  NO_VALUE("ARM003", Level.WARNING, "give it with --set NAME=VALUE or in a file of parameters"),
  /** A value is given to a parameter that is not declared. */
  NO_PARAMETER("ARM004", Level.ERROR, null),
  /** A value that its parameter doesn't allow. */
  VALUE("ARM005", Level.ERROR, null),
  /** A copy loop that can't be. */
  COPY("ARM006", Level.ERROR, "a loop makes 0 to 800"),
  /** A resource without type or name, or whose type and name don't belong together. */
  RESOURCE("ARM007", Level.ERROR, null),
  /** A linked template that is not here. */
  LINKED("ARM008", Level.WARNING, "what it deploys is not known"),
  /** Whether a resource is deployed depends on what is not known. */
  CONDITION("ARM009", Level.WARNING, "it is shown; a rule that it would break is unknown"),
  /** More than Azure takes. */
  TOO_MUCH("ARM010", Level.ERROR, null),
  /** How many there are depends on what is not known. */
  COUNT("ARM011", Level.WARNING, "one of them is shown"),
  /** A file of parameters that is none. */
  PARAMETERS("ARM012", Level.ERROR, "expected {\"parameters\": {\"NAME\": {\"value\": …}}}"),
  /** A condition that is neither true nor false. */
  NO_CONDITION("ARM013", Level.ERROR, "it is taken as true"),
  /** A resource that a template makes twice. */
  TWICE("ARM014", Level.WARNING, "Azure refuses such a template"),
  /** A section of a template that is of the wrong shape. */
  SECTION("ARM015", Level.ERROR, null),
  /** A resource waits for one that its template doesn't have. */
  DEPENDENCY("ARM016", Level.WARNING, null),
  /** A linked file of parameters that is not here. */
  LINKED_VALUES("ARM017", Level.WARNING, "the parameters that it may give are taken as not known"),
  /** An output that is not of its type. */
  OUTPUT("ARM018", Level.ERROR, null),
  /** A document that is no template. */
  NO_TEMPLATE(
      "ARM019", Level.ERROR, "a template has \"$schema\", \"contentVersion\" and \"resources\""),
  /** Something that an extension of Bicep makes, and not Azure. */
  FOREIGN("ARM020", Level.WARNING, "it is left out: no rule here is about it");

  private final String code;
  private final Level level;
  private final @Nullable String hint;

  Problem(String code, Level level, @Nullable String hint) {
    this.code = code;
    this.level = level;
    this.hint = hint;
  }

  /** This problem at a place. */
  public Diagnostic at(SourceRef place, String message) {
    return new Diagnostic(code, level, place, message, hint);
  }
}
