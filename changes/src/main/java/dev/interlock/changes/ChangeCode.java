package dev.interlock.changes;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostic.Level;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a change request. Numbers are permanent and never used twice. */
public enum ChangeCode {
  NO_CHANGE("CHG001", Level.ERROR, "The file does not hold exactly one document of kind Change."),
  UNKNOWN_REFERENCE("CHG002", Level.ERROR, "Something is named that the estate does not have."),
  NOT_RUN_HERE("CHG003", Level.WARNING, "A service that the environment does not run."),
  NOT_POSITIVE("CHG004", Level.ERROR, "A length of time that is not above zero."),
  DEADLINE_TOO_EARLY("CHG005", Level.ERROR, "The deadline comes before the change could be over."),
  BAD_DIGEST("CHG006", Level.ERROR, "An artifact that is not named by its SHA-256 digest."),
  NO_ROLLBACK("CHG007", Level.WARNING, "A change that does not say how to go back."),
  BAD_MANIFEST_PATH("CHG008", Level.ERROR, "A path of manifests that is not relative."),
  NO_MANIFEST("CHG009", Level.ERROR, "Manifests that do not exist or can't be read."),
  UNKNOWN_ACCOUNT("CHG010", Level.WARNING, "A requester or executor nobody can be told behind."),
  NO_INCIDENT("CHG011", Level.WARNING, "An emergency that names no incident.");

  private final String code;
  private final Level level;
  private final String meaning;

  ChangeCode(String code, Level level, String meaning) {
    this.code = code;
    this.level = level;
    this.meaning = meaning;
  }

  /** The permanent code. */
  public String code() {
    return code;
  }

  /** One sentence for the table of diagnostics. */
  public String meaning() {
    return meaning;
  }

  /** A diagnostic with this code. */
  public Diagnostic at(SourceRef source, String message, @Nullable String hint) {
    return new Diagnostic(code, level, source, message, hint);
  }
}
