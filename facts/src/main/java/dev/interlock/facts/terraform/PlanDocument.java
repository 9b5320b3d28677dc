package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.facts.Aside;
import dev.interlock.facts.Resource;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.reading.Recognised;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A whole plan or state. */
final class PlanDocument {

  /** 0.1 and 0.2 are what Terraform printed before 1.1, in the same shape. */
  private static final Pattern KNOWN_FORMAT = Pattern.compile("[01](\\.\\d{1,9})*");

  private final MappingNode root;
  private final String file;
  private final String subscription;

  /**
   * For a plan.
   *
   * @param subscription where it goes when it does not say so itself
   */
  PlanDocument(MappingNode root, String file, String subscription) {
    this.root = root;
    this.file = file;
    this.subscription = subscription;
  }

  Recognised read() {
    String format = root.text("format_version");
    if (format != null && !KNOWN_FORMAT.matcher(format).matches()) {
      String message = "format_version is " + format + "; versions 1.x are read here";
      return new Recognised.Wrong(at("format_version", Problem.PLAN_FORMAT, message));
    }
    PlannedReader reader = new PlannedReader(file);
    reader.changes(Nodes.items(root, "resource_changes"));
    reader.state(Nodes.mapping(Nodes.mapping(root, "values"), "root_module"));
    List<Diagnostic> diagnostics = new ArrayList<>(reader.wrong());
    incomplete(diagnostics, reader.found().isEmpty());
    return resources(reader.found(), diagnostics);
  }

  private Recognised resources(List<Planned> planned, List<Diagnostic> diagnostics) {
    Mappings mappings = new Mappings();
    Coverage coverage = new Coverage();
    Ids ids = new Ids(new Configuration(root), mappings, planned, subscription);
    PlanResources made = new PlanResources(file, ids, mappings, coverage);
    List<Resource> resources = made.of(planned);
    diagnostics.addAll(made.strange());
    Aside aside = new Aside(Gone.of(planned, mappings, file), coverage.notes());
    return new Recognised.Several(resources, diagnostics, aside);
  }

  private void incomplete(List<Diagnostic> diagnostics, boolean empty) {
    if (Nodes.isTrue(root.get("errored"))) {
      String message = "this plan ended in an error, so it does not hold everything";
      diagnostics.add(at("errored", Problem.PLAN_SHAPE, message));
    }
    if (!Nodes.items(root, "deferred_changes").isEmpty()) {
      String message = "this plan puts changes off that it does not tell";
      diagnostics.add(at("deferred_changes", Problem.PLAN_SHAPE, message));
    }
    if (empty && diagnostics.isEmpty()) {
      String message = "this plan or state has no resources";
      diagnostics.add(Problem.EMPTY.at(root.in(file), message));
    }
  }

  private Diagnostic at(String key, Problem problem, String message) {
    Node node = root.get(key);
    return problem.at((node == null ? root : node).in(file), message);
  }
}
