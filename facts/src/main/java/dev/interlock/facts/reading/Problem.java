package dev.interlock.facts.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostic.Level;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** What can be wrong with facts. Codes are permanent. */
public enum Problem {
  /** A file that the user named holds nothing known. */
  NOT_RECOGNISED(
      "FAC001",
      Level.ERROR,
      "name Kubernetes manifests, templates, or the output of: az resource list, terraform show"
          + " -json; an Azure resource has id, type and name"),
  /** An estate document was named as a fact. */
  ESTATE("FAC002", Level.ERROR, "name the directory it is in with --estate"),
  /** A directory without a single resource. */
  NOTHING_FOUND("FAC003", Level.ERROR, "are the manifests or inventories somewhere else?"),
  /** The input is not there or may not be read. */
  UNREADABLE("FAC004", Level.ERROR, null),
  /** Something in a directory that is neither a file nor a directory. */
  NO_FILE("FAC005", Level.WARNING, null),
  /** A Kubernetes object without a name. */
  NO_NAME("FAC006", Level.ERROR, "write metadata.name or metadata.generateName"),
  /** A Kubernetes object of no kind. */
  NO_KIND("FAC007", Level.ERROR, "write both apiVersion and kind"),
  /** Among resources there is something that is none, so that not all could be judged. */
  OTHER_DOCUMENT(
      "FAC008",
      Level.ERROR,
      "an Azure resource has id, type and name, a manifest has apiVersion, kind and metadata;"
          + " take out what is neither"),
  /** The export is one page of several. */
  MORE_PAGES("FAC009", Level.WARNING, "export all pages, and name all of the files"),
  /** Resource Graph rows as a table. */
  TABLE_FORMAT(
      "FAC010",
      Level.ERROR,
      "export with the result format objectArray, the default of az graph query"),
  /** Compose files are no facts to check. */
  COMPOSE("FAC011", Level.ERROR, "interlock init drafts an estate from compose files"),
  /** A list without any resource. */
  EMPTY("FAC012", Level.WARNING, null),
  /** A Kubernetes object with a list beside its body, where only lists have one. */
  LIST_IN_OBJECT(
      "FAC013", Level.ERROR, "take the list out, or write kind: List around the objects"),
  /** A plan with more values than fit into memory. */
  TOO_MUCH("FAC014", Level.ERROR, "plan a part of it at a time, and check each plan"),
  /** A plan or state in a format that nobody here knows. */
  PLAN_FORMAT(
      "FAC015",
      Level.ERROR,
      "give the output of: terraform show -json PLAN; of the state: terraform show -json"),
  /** Something in a plan is not what plans have there. */
  PLAN_SHAPE("FAC016", Level.ERROR, "give the output of: terraform show -json PLAN"),
  /** What a plan makes and nobody here can judge. */
  NOT_MAPPED(
      "FAC017",
      Level.WARNING,
      "no rule has seen these; check them as a template, or as an inventory afterwards"),
  /** A file that a tool must first make a template or plan of. */
  UNMADE("FAC018", Level.ERROR, null);

  private final String code;
  private final Level level;
  private final @Nullable String hint;

  Problem(String code, Level level, @Nullable String hint) {
    this.code = code;
    this.level = level;
    this.hint = hint;
  }

  /** A file that can't be opened. */
  static Diagnostic unreadable(SourceRef place) {
    return UNREADABLE.at(place, "the file cannot be read");
  }

  /** This problem at a place. */
  public Diagnostic at(SourceRef place, String message) {
    return new Diagnostic(code, level, place, message, hint);
  }
}
