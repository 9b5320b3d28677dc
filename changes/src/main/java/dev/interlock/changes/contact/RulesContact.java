package dev.interlock.changes.contact;

import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Verdict;
import java.util.List;

/**
 * The rules hold on what the change brings in. What was judged here, on the manifests themselves,
 * comes first; where that is not possible, the newest trusted check of exactly this change counts,
 * and what it has against the change counts in any case.
 */
final class RulesContact implements ContactJudge {

  private static final int SHOWN = 3;

  @Override
  public ContactName name() {
    return ContactName.RULES;
  }

  @Override
  public Judged judge(Question question) {
    Judged own = own(question);
    return own.contact().state() == State.CLOSED
        ? new RulesOfACheck(question, failOn(question)).beside(own)
        : own;
  }

  private Judged own(Question question) {
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
            .filter(f -> f.isViolation() && f.counts() && f.severity().compareTo(failOn) >= 0)
            .toList();
    if (!broken.isEmpty()) {
      String lead =
          Words.count(broken.size(), "finding") + " of severity " + RulesOfACheck.atLeast(failOn);
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
        : unbroken(question, found, failOn);
  }

  private Judged unbroken(Question question, ManifestFindings found, Severity failOn) {
    List<Finding> undecided =
        found.findings().stream()
            .filter(f -> f.verdict() instanceof Verdict.Unknown && f.counts())
            .filter(f -> f.severity().compareTo(failOn) >= 0)
            .toList();
    if (!undecided.isEmpty()) {
      String lead = Words.count(undecided.size(), "rule") + " could not be judged";
      return Judged.unknown(name(), lead + ": " + list(undecided)).restingOn(sources(undecided));
    }
    Waived waived = Waived.of(found, failOn, question.surroundings().zone());
    return Judged.closed(
            name(),
            Words.count(found.resources(), "resource")
                + " checked against "
                + controls(found.basis())
                + "; no finding of severity "
                + RulesOfACheck.atLeast(failOn)
                + waived.without()
                + leftAside(found.basis()))
        .restingOn(found.basis().labels())
        .restingOn(sources(waived.findings()))
        .until(waived.ends());
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

  private static Judged byEvidence(Question question, String lack) {
    return new RulesOfACheck(question, failOn(question)).insteadOf(lack);
  }

  private static Severity failOn(Question question) {
    var tier = question.tier().tier();
    return tier == null || tier.failOn() == null ? Severity.HIGH : tier.failOn();
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
