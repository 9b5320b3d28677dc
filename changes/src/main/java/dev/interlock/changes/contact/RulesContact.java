package dev.interlock.changes.contact;

import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Stated;
import dev.interlock.evidence.CheckResult;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules hold on what the change brings in. What was judged here, on the manifests themselves,
 * comes first; where that is not possible, the newest trusted check of exactly this change counts.
 */
final class RulesContact implements ContactJudge {

  private static final int SHOWN = 3;

  @Override
  public ContactName name() {
    return ContactName.RULES;
  }

  @Override
  public Judged judge(Question question) {
    ManifestFindings found = question.findings();
    if (found == null) {
      return needed(question)
          ? Judged.unknown(
              name(),
              "A change of kind "
                  + question.change().kind()
                  + " names no manifests, so nobody can tell what it brings in.")
          : byEvidence(question, "No manifest or plan was checked");
    }
    Severity failOn = failOn(question);
    List<Finding> broken =
        found.findings().stream()
            .filter(f -> f.isViolation() && f.severity().compareTo(failOn) >= 0)
            .toList();
    if (!broken.isEmpty()) {
      String lead = Words.count(broken.size(), "finding") + " of severity " + atLeast(failOn);
      return Judged.open(name(), lead + ": " + list(broken)).restingOn(sources(broken));
    }
    if (!found.unreadable().isEmpty()) {
      return byEvidence(question, unreadable(found.unreadable()));
    }
    if (found.resources() == 0) {
      return byEvidence(question, "The manifests hold nothing that could be judged");
    }
    return found.basis().judgements() == 0
        ? byEvidence(question, unspoken(found))
        : unbroken(found, failOn);
  }

  private Judged unbroken(ManifestFindings found, Severity failOn) {
    List<Finding> undecided =
        found.findings().stream()
            .filter(f -> f.verdict() instanceof Verdict.Unknown && f.waiver() == null)
            .filter(f -> f.severity().compareTo(failOn) >= 0)
            .toList();
    if (!undecided.isEmpty()) {
      String lead = Words.count(undecided.size(), "rule") + " could not be judged";
      return Judged.unknown(name(), lead + ": " + list(undecided)).restingOn(sources(undecided));
    }
    return Judged.closed(
            name(),
            Words.count(found.resources(), "resource")
                + " checked against "
                + controls(found.basis())
                + "; no finding of severity "
                + atLeast(failOn)
                + "."
                + leftAside(found.basis()))
        .restingOn(found.basis().labels())
        .until(waived(found, failOn));
  }

  /** When the first of the waivers ends without which it would not be closed; null without any. */
  private static @Nullable Instant waived(ManifestFindings found, Severity failOn) {
    return found.findings().stream()
        .filter(f -> f.severity().compareTo(failOn) >= 0)
        .map(Finding::waiver)
        .filter(Objects::nonNull)
        .map(AppliedWaiver::expires)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String unspoken(ManifestFindings found) {
    return "None of the controls in force ("
        + found.basis().controls()
        + ") is about what the manifests hold ("
        + Words.count(found.resources(), "resource")
        + "), so nothing was judged";
  }

  private static String controls(CheckBasis basis) {
    String count = Words.count(basis.controls(), "control");
    return basis.packs().isEmpty() ? count : count + " (" + Words.and(basis.packs()) + ")";
  }

  private static String leftAside(CheckBasis basis) {
    return basis.leftAside() == 0
        ? ""
        : " Left aside: " + Words.count(basis.leftAside(), "file") + " of prose or pictures.";
  }

  /** Software comes in by a manifest or plan; an emergency may also be a restart. */
  private static boolean needed(Question question) {
    return SoftwareKinds.contains(question.change().kind()) && !question.tier().emergency();
  }

  private static String unreadable(List<String> problems) {
    String shown = String.join("; ", problems.stream().limit(SHOWN).toList());
    int more = problems.size() - SHOWN;
    return "Could not be read: " + shown + (more > 0 ? "; and " + more + " more" : "");
  }

  private Judged byEvidence(Question question, String lack) {
    return TrustedCheck.of(question)
        .map(newest -> byCheck(newest, failOn(question)).restingOn(newest))
        .orElseGet(() -> Judged.unknown(name(), lack + ", and " + noCheck(question) + "."));
  }

  private Judged byCheck(Stated<CheckResult> stated, Severity failOn) {
    CheckResult check = stated.says();
    int broken = count(check.violations(), failOn);
    int undecided = count(check.unknown(), failOn);
    if (broken > 0) {
      return Judged.open(
          name(),
          "The check found " + Words.count(broken, "violation") + " " + atLeast(failOn) + ".");
    }
    if (undecided > 0) {
      return Judged.unknown(
          name(), "The check could not judge " + Words.count(undecided, "rule") + ".");
    }
    if (check.resources() == 0) {
      return Judged.unknown(name(), "The check had nothing before it that could be judged.");
    }
    Integer evaluations = check.evaluations();
    if (evaluations == null) {
      return Judged.unknown(
          name(), "The check does not say that any control was about what was before it.");
    }
    if (evaluations == 0) {
      return Judged.unknown(
          name(), "No control of the check was about what was before it, so nothing was judged.");
    }
    return Judged.closed(
        name(), "A trusted check of this change found nothing " + atLeast(failOn) + ".");
  }

  private static String noCheck(Question question) {
    for (Stated<CheckResult> check :
        question.evidence().untrusted(CheckResult.class, c -> TrustedCheck.isAbout(question, c))) {
      return "the check in " + check.item().file() + " does not count: " + check.complaint();
    }
    boolean earlier =
        !question
            .evidence()
            .trusted(CheckResult.class, c -> c.change().equals(question.request().name()))
            .isEmpty();
    return earlier
        ? "the checks there are were made before the change was edited"
        : "there is no trusted check of this change";
  }

  private static Severity failOn(Question question) {
    var tier = question.tier().tier();
    return tier == null || tier.failOn() == null ? Severity.HIGH : tier.failOn();
  }

  private static String atLeast(Severity severity) {
    return severity == Severity.CRITICAL ? "critical" : severity.word() + " or above";
  }

  private static int count(Map<String, Integer> bySeverity, Severity failOn) {
    return bySeverity.entrySet().stream()
        .filter(e -> Severity.parse(e.getKey()).orElse(Severity.CRITICAL).compareTo(failOn) >= 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static String list(List<Finding> findings) {
    String shown =
        String.join(
            "; ",
            findings.stream()
                .limit(SHOWN)
                .map(f -> f.message() + " (" + f.control() + ", " + f.source() + ")")
                .toList());
    int more = findings.size() - SHOWN;
    return more > 0 ? shown + "; and " + more + " more." : shown + ".";
  }

  private static List<String> sources(List<Finding> findings) {
    return findings.stream().map(f -> f.source().toString()).distinct().limit(SHOWN).toList();
  }
}
