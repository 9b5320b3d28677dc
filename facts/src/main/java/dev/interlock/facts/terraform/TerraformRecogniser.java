package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.reading.Recognised;
import dev.interlock.facts.reading.Recogniser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plans and states as Terraform and OpenTofu print them with {@code show -json}. */
public final class TerraformRecogniser implements Recogniser {

  private static final String CHANGES = "resource_changes";
  private static final Set<String> OF_CHANGE =
      Set.of("actions", "after", "after_unknown", "after_sensitive");
  private static final Set<String> OF_ELEMENT =
      Set.of("address", "mode", "type", "name", "index", "provider_name", "change");

  private final DeploymentTarget target;

  /** Recognises them; the target's subscription is that of plans that name none. */
  public TerraformRecogniser(DeploymentTarget target) {
    this.target = target;
  }

  @Override
  public Recognised recognise(MappingNode body, MappingNode envelope, String file) {
    if (isChange(body)) {
      return new Recognised.Part(kept(body));
    }
    if (isRawState(body)) {
      String message = "this is a state as Terraform keeps it, with its secrets";
      return new Recognised.Other(Problem.PLAN_FORMAT, message);
    }
    return isPlan(body)
        ? new PlanDocument(body, file, target.subscription()).read()
        : new Recognised.Unknown();
  }

  private static boolean isChange(MappingNode body) {
    return body.text("type") != null
        && body.get("change") instanceof MappingNode change
        && (change.get("actions") instanceof SequenceNode || change.get("after") != null);
  }

  private static boolean isPlan(MappingNode body) {
    boolean versioned = body.get("format_version") != null;
    boolean told = body.text("terraform_version") != null || body.get("planned_values") != null;
    boolean state = Nodes.mapping(body, "values").get("root_module") instanceof MappingNode;
    return body.get(CHANGES) instanceof SequenceNode || (versioned && told) || state;
  }

  private static boolean isRawState(MappingNode body) {
    return body.text("lineage") != null
        && body.get("serial") != null
        && body.text("terraform_version") != null;
  }

  /** What is needed of a change: what was before only when nothing comes after. */
  private static MappingNode kept(MappingNode element) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : element.entries()) {
      if (OF_ELEMENT.contains(entry.key())) {
        boolean change = entry.value() instanceof MappingNode && entry.key().equals("change");
        Node value = change ? change((MappingNode) entry.value()) : entry.value();
        entries.add(new Entry(entry.key(), entry.line(), entry.column(), value));
      }
    }
    return new MappingNode(List.copyOf(entries), element.line(), element.column());
  }

  private static MappingNode change(MappingNode change) {
    boolean after = change.get("after") instanceof MappingNode;
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : change.entries()) {
      boolean before = !after && entry.key().startsWith("before");
      if (before || OF_CHANGE.contains(entry.key())) {
        Node value = withoutNulls(entry.value());
        entries.add(new Entry(entry.key(), entry.line(), entry.column(), value));
      }
    }
    return new MappingNode(List.copyOf(entries), change.line(), change.column());
  }

  /** What is null is not set; most attributes are. */
  private static Node withoutNulls(Node node) {
    return node instanceof MappingNode mapping
            && mapping.entries().stream().anyMatch(TerraformRecogniser::isNull)
        ? new MappingNode(
            mapping.entries().stream().filter(entry -> !isNull(entry)).toList(),
            mapping.line(),
            mapping.column())
        : node;
  }

  private static boolean isNull(Entry entry) {
    return entry.value() instanceof ScalarNode scalar && scalar.value() == null;
  }
}
