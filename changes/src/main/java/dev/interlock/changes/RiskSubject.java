package dev.interlock.changes;

import dev.interlock.estate.Environment;
import dev.interlock.facts.ImageUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a risk policy look at.
 *
 * @param kind of the change, as the requester says or as the manifests show
 * @param template that the change follows; null when none, or when it is judged as a release
 */
record RiskSubject(
    Change change,
    Environment environment,
    @Nullable ManifestFindings findings,
    String kind,
    @Nullable String template) {

  /** The kind of a change that brings in container images. */
  static final String IMAGE = "image";

  /** The change as the requester describes it. */
  static RiskSubject said(
      Change change, Environment environment, @Nullable ManifestFindings findings) {
    return new RiskSubject(change, environment, findings, change.kind(), change.template());
  }

  /**
   * As said; and where the manifests bring in images, or what nobody can read, also as the release
   * that this is or may be. No template was approved for what a release brings in.
   */
  List<RiskSubject> andShown() {
    return images().isEmpty() && unreadable().isEmpty()
        ? List.of(this)
        : List.of(this, new RiskSubject(change, environment, findings, IMAGE, null));
  }

  private List<ImageUse> images() {
    return findings == null ? List.of() : findings.touched().images();
  }

  private List<String> unreadable() {
    return findings == null ? List.of() : findings.unreadable();
  }

  /** What shows that this is a release, as a sentence; empty when the requester says so. */
  String shownBy() {
    boolean said = change.kind().equals(kind);
    if (said) {
      return "";
    }
    return images().isEmpty()
        ? " Nobody can tell what comes in: " + unreadable().getFirst() + "."
        : " The manifests bring in image " + images().getFirst() + ".";
  }

  boolean destructive() {
    return change.destructive() || (findings != null && !findings.destroys().isEmpty());
  }

  /** Services that are named or seen; empty means all. */
  List<String> touched() {
    List<String> said = change.services();
    return findings == null ? said : findings.touched().andSaid(said);
  }

  List<String> services() {
    List<String> touched = touched();
    return touched.isEmpty() ? environment.services() : touched;
  }
}
