package dev.interlock.guardrails;

import dev.interlock.estate.Tier;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyEvaluation;
import dev.interlock.guardrails.azurepolicy.check.PolicyRun;
import dev.interlock.guardrails.cel.Work;
import dev.interlock.guardrails.judge.Applicability;
import dev.interlock.guardrails.judge.Fingerprint;
import dev.interlock.guardrails.judge.ResourceScope;
import dev.interlock.guardrails.judge.Ruling;
import dev.interlock.guardrails.judge.Rulings;
import dev.interlock.guardrails.judge.WorkBook;
import dev.interlock.guardrails.waiver.WaiverDesk;
import dev.interlock.guardrails.waiver.WaiverFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check that takes one resource at a time and keeps none of them, so that inputs of any size can
 * be judged. Deterministic: the same resources, controls, waivers, context and instant give the
 * same findings. Not safe for use by several threads.
 */
public final class Evaluation {

  private final Controls controls;
  private final WaiverDesk waivers;
  private final ResourceScope scope;
  private final @Nullable Tier tier;
  private final Map<String, List<Guardrail>> byType = new HashMap<>();
  private final Tally tally = new Tally();
  private final Sentences sentences = new Sentences();
  private final WorkBook work;
  private final @Nullable PolicyRun policies;
  private final int rules;

  /**
   * Begins a check.
   *
   * @param controls that are in force
   * @param now waivers that have expired by then cover nothing
   */
  public Evaluation(Controls controls, Waivers waivers, CheckContext context, Instant now) {
    this(controls, PolicyAssignments.NONE, waivers, context, now);
  }

  /**
   * Begins a check under policies, too.
   *
   * @param policies those in force
   */
  public Evaluation(
      Controls controls,
      PolicyAssignments policies,
      Waivers waivers,
      CheckContext context,
      Instant now) {
    this(controls, policies, waivers, context, now, Work.USUAL);
  }

  /**
   * The same with another limit.
   *
   * @param units of work that one control may make on one resource, see {@link Work}
   */
  Evaluation(Controls controls, Waivers waivers, CheckContext context, Instant now, long units) {
    this(controls, PolicyAssignments.NONE, waivers, context, now, units);
  }

  private Evaluation(
      Controls controls,
      PolicyAssignments policies,
      Waivers waivers,
      CheckContext context,
      Instant now,
      long units) {
    this.controls = controls;
    this.waivers = new WaiverDesk(waivers, context.environment(), now);
    this.scope = new ResourceScope(context);
    this.tier = context.tier();
    this.work = new WorkBook(units);
    PolicyEvaluation inForce = policies.evaluation();
    this.policies = inForce == null ? null : new PolicyRun(inForce, policies.objects(), now);
    this.rules = policies.size();
  }

  /**
   * True when policies ask for resources beside the one they judge: then everything is to be looked
   * through with {@link #survey} before it is judged, and what was not is unknown to them.
   */
  public boolean needsSurvey() {
    return policies != null && policies.needsSurvey();
  }

  /** Takes note of a resource for policies that ask for it when they judge others. */
  public void survey(Resource resource) {
    if (policies != null) {
      policies.survey(resource);
    }
  }

  /**
   * Ends the looking through.
   *
   * @param readAll whether everything could be read
   * @param complete whether somebody says that there is nothing else; inventories say so themselves
   */
  public void surveyed(boolean readAll, boolean complete) {
    if (policies != null) {
      policies.surveyed(readAll, complete);
    }
  }

  /**
   * Judges one resource under every control that is about it.
   *
   * @return failures and unknowns, waived ones among them, in the order of the controls
   */
  public List<Finding> judge(Resource resource) {
    List<Finding> findings = new ArrayList<>();
    List<Guardrail> about = about(resource);
    if (!about.isEmpty()) {
      ResourceScope.Judged judged = scope.of(resource);
      Subject subject = resource.subject();
      for (Guardrail guardrail : about) {
        Rulings rulings = work.under(judged, guardrail);
        tally.evaluated(rulings.evaluations());
        for (Ruling ruling : rulings.open()) {
          findings.add(covered(finding(guardrail, subject, resource.file(), ruling), resource));
        }
      }
    }
    if (policies != null) {
      policies
          .judge(resource, tally::evaluated)
          .forEach(finding -> findings.add(covered(sentences.once(finding), resource)));
    }
    tally.resource();
    findings.forEach(tally::found);
    return findings;
  }

  private Finding covered(Finding finding, Resource resource) {
    String doubt = resource.doubt();
    return waivers.cover(doubt == null ? finding : finding.doubted(doubt));
  }

  /**
   * Ends the check.
   *
   * @param everythingChecked whether all inputs of the estate or environment were read, so that a
   *     waiver that covered nothing can be called unused
   * @return findings about the waivers themselves, and the counts of the whole check
   */
  public Judgement finish(boolean everythingChecked) {
    List<Finding> findings = new ArrayList<>();
    if (policies != null) {
      policies.finish().forEach(finding -> findings.add(waivers.cover(finding)));
    }
    findings.addAll(WaiverFindings.of(waivers, everythingChecked));
    findings.forEach(tally::found);
    return new Judgement(findings, tally.summary(controls.size() + rules));
  }

  /** How many judgements were made so far; none when no control is about what was given. */
  public long evaluations() {
    return tally.evaluations();
  }

  private List<Guardrail> about(Resource resource) {
    String plane = resource.plane().word();
    String type = resource.type();
    boolean runsPods = ResourceScope.runsPods(resource);
    return byType.computeIfAbsent(
        plane + "\n" + type + "\n" + runsPods,
        _ ->
            controls.stream()
                .filter(g -> Applicability.holds(g.control().match(), plane, type, runsPods, tier))
                .toList());
  }

  private Finding finding(Guardrail guardrail, Subject subject, String file, Ruling ruling) {
    Verdict verdict = sentences.once(ruling.verdict());
    return new Finding(
        guardrail.name(),
        guardrail.control().title(),
        "deny",
        guardrail.control().severity(),
        verdict,
        subject,
        ruling.nearest().node().in(file),
        sentences.once(ruling.message()),
        guardrail.control().remediation(),
        null,
        Fingerprint.of(guardrail.name(), subject, ruling.verdict().word(), ruling.path()));
  }
}
