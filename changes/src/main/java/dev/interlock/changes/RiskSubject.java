package dev.interlock.changes;

import dev.interlock.estate.Environment;
import dev.interlock.facts.ImageUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a risk policy look at.
 *
 * @param kind of the change, as the requester says or as the manifests show
 * @param template that the change follows; null when none, or when it is judged as what is shown
 * @param shown the sentence that says what makes it so; null when the requester says so
 */
record RiskSubject(
    Change change,
    Environment environment,
    @Nullable ManifestFindings findings,
    String kind,
    @Nullable String template,
    @Nullable String shown) {

  /** The kind of a change that brings in container images. */
  static final String IMAGE = "image";

  private static final String BRING_IN = "The manifests bring in ";

  /** The change as the requester describes it. */
  static RiskSubject said(
      Change change, Environment environment, @Nullable ManifestFindings findings) {
    return new RiskSubject(change, environment, findings, change.kind(), change.template(), null);
  }

  /**
   * As said; and for each kind that the manifests show also as a change of that kind: images,
   * rights, ways through the network, secrets, data. What nobody can read may be a release. No
   * template was approved for any of these.
   */
  List<RiskSubject> andShown() {
    List<RiskSubject> all = new ArrayList<>(List.of(this));
    if (!images().isEmpty()) {
      all.add(as(IMAGE, BRING_IN + "image " + images().getFirst() + "."));
    } else if (!unreadable().isEmpty()) {
      all.add(as(IMAGE, "Nobody can tell what comes in: " + unreadable().getFirst() + "."));
    }
    if (findings != null) {
      findings.touched().kinds().forEach((other, by) -> all.add(as(other, BRING_IN + by + ".")));
    }
    return all;
  }

  private RiskSubject as(String other, String sentence) {
    String judged = other.equals(ShownKind.NAMELESS) ? kind : other;
    return new RiskSubject(change, environment, findings, judged, null, sentence);
  }

  private List<ImageUse> images() {
    return findings == null ? List.of() : findings.touched().images();
  }

  private List<String> unreadable() {
    return findings == null ? List.of() : findings.unreadable();
  }

  /** What shows its kind, as a sentence after a blank; empty when the requester says so. */
  String shownBy() {
    return shown == null ? "" : " " + shown;
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
