package dev.interlock.estate;

import dev.interlock.document.Doc;
import dev.interlock.finding.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guardrail: a CEL expression over one resource and the estate that must hold. */
@Doc("A guardrail: a CEL expression over one resource and the estate that must hold.")
public record Control(
    @Doc("What it asks for, short.") String title,
    @Doc("The resources it is about.") Match match,
    @Doc(
            value =
                "Paths to lists or mappings inside the resource: the rule is judged once for each"
                    + " element, as the variable item. A step written .?key may be absent.",
            example = "[pod.spec.containers, pod.spec.?initContainers]")
        List<String> each,
    @Doc(
            "CEL, true when the resource is as it should be. Variables: resource, item, pod,"
                + " subject, estate, environment, params.")
        String rule,
    @Doc("CEL that gives the message when the rule is broken; the title when absent.")
        @Nullable String message,
    @Doc(
            value = "Path of the property at fault, for the position.",
            example = "item.securityContext.privileged")
        @Nullable String at,
    @Doc("How much it matters.") Severity severity,
    @Doc("Why it exists.") String rationale,
    @Doc("What to do when it is broken.") String remediation,
    @Doc("Where standards ask for the same.") List<FrameworkReference> frameworks,
    @Doc("Values the rule reads as params.x; a control set may override them.")
        Map<String, Object> params)
    implements Spec {

  /** Which resources a control is about; empty lists match everything. */
  @Doc("Which resources a control is about; empty lists match everything.")
  public record Match(
      @Doc(value = "Planes.", example = "[kubernetes]") List<String> planes,
      @Doc(
              value =
                  "Types, * stands for any characters, letter case does not matter; workloads"
                      + " stands for every Kubernetes kind that runs pods.",
              example = "[apps/*/Deployment]")
          List<String> types,
      @Doc(
              value =
                  "Tiers of environments it holds in; without an environment it then does not"
                      + " apply.",
              example = "[production]")
          List<Tier> tiers,
      @Doc("CEL that must be true for the control to apply.") @Nullable String when) {}

  /** A requirement of a published framework. */
  @Doc("A requirement of a published framework.")
  public record FrameworkReference(
      @Doc(value = "The framework.", example = "CIS Kubernetes Benchmark 1.9") String framework,
      @Doc(value = "The requirement in it.", example = "5.2.5") String requirement) {}
}
