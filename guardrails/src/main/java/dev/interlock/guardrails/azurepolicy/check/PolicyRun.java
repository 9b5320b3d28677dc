package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyEvaluation;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * One check under assignments. What existence checks may find is looked through first, and of that
 * only the types are kept that they ask for. Not safe for use by several threads.
 */
public final class PolicyRun {

  private PolicyEvaluation evaluation;
  private final PolicyObjects objects;
  private final EvaluationContext context;
  private final WantedTypes wanted;
  private final RelatedIndex related = new RelatedIndex();
  private final GivenGroups groups;
  private final GivenTree tree;
  private final NotGiven notGiven = new NotGiven();
  private boolean allListed = true;

  /**
   * Begins.
   *
   * @param now exemptions that have expired by then cover nothing
   */
  public PolicyRun(PolicyEvaluation evaluation, PolicyObjects objects, Instant now) {
    this.evaluation = evaluation;
    this.objects = objects;
    this.context = EvaluationContext.at(now);
    this.wanted = WantedTypes.of(evaluation.rules());
    this.groups = new GivenGroups(evaluation.rules());
    this.tree = new GivenTree(evaluation.rules(), objects.exemptions());
  }

  /** True when what is judged is to be looked through before. */
  public boolean needsSurvey() {
    return !wanted.isEmpty() || groups.asked() || tree.asked();
  }

  /** Takes in a resource that an existence check may find, or that others are in. */
  public void survey(Resource resource) {
    if (resource.plane() != Plane.AZURE) {
      return;
    }
    allListed &= resource.listed();
    tree.see(resource);
    if (groups.wants(resource.type())) {
      groups.add(AzureSubject.of(resource));
    }
    if (wanted.contains(resource.type())) {
      related.add(AzureSubject.of(resource), resource.doubt());
    }
  }

  /**
   * Ends the survey.
   *
   * @param readAll whether everything could be read
   * @param complete whether somebody says that there is nothing else; inventories say so themselves
   */
  public void surveyed(boolean readAll, boolean complete) {
    related.complete(readAll && (complete || allListed));
    if (!tree.chains().isEmpty()) {
      evaluation = evaluation.knowing(tree.chains());
    }
  }

  /**
   * Judges a resource.
   *
   * @param judged is told by how many rules
   */
  public List<Finding> judge(Resource resource, IntConsumer judged) {
    if (resource.plane() != Plane.AZURE) {
      return List.of();
    }
    Subject subject = AzureSubject.of(resource);
    EvaluationContext here = groups.of(subject, context);
    List<Finding> findings = new ArrayList<>();
    for (PolicyFinding found : evaluation.evaluate(subject, here, related, judged)) {
      if (!notGiven.takes(found)) {
        findings.add(PolicyFindings.of(found, resource, new PolicyScope(subject, here)));
      }
    }
    return findings;
  }

  /** What is wrong with what is in force, for the end of the check. */
  public List<Finding> finish() {
    List<Finding> findings = new ArrayList<>(notGiven.findings());
    findings.addAll(ExemptionFindings.of(objects, context.now()));
    return findings;
  }
}
