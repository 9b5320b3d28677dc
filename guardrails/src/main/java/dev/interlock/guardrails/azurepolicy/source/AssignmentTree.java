package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.reading.Fields;
import dev.interlock.guardrails.azurepolicy.reading.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Assignments as Enterprise Policy as Code keeps them: a tree whose every branch, from the root to
 * a leaf, adds up to assignments, one for each definition and each scope of each environment.
 */
final class AssignmentTree {

  private final String file;
  private final Problems problems;

  AssignmentTree(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  List<Assignment> read(MappingNode root) {
    List<Assignment> assignments = new ArrayList<>();
    below(new Fields(root, file, problems), new Branch(file, problems), assignments);
    return assignments;
  }

  private void below(Fields node, Branch above, List<Assignment> assignments) {
    Branch branch = above.with(node);
    List<Fields> children = node.objects("children");
    node.tellUnknown("a node of an assignment tree", Branch.NOT_READ);
    if (children.isEmpty()) {
      assignments.addAll(branch.assignments(node));
    } else {
      children.forEach(child -> below(child, branch, assignments));
    }
  }
}
