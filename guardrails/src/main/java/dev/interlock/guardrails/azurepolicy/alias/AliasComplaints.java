package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a file of aliases, and stops listing where nobody reads on. */
final class AliasComplaints {

  private static final int LISTED = 100;

  private final String file;
  private final List<Diagnostic> found = new ArrayList<>();
  private int more;

  AliasComplaints(String file) {
    this.file = file;
  }

  void error(AliasCode code, Node at, String message) {
    add(code.error(at.in(file), message));
  }

  void warning(AliasCode code, Node at, String message) {
    add(code.warning(at.in(file), message));
  }

  private void add(Diagnostic diagnostic) {
    if (found.size() < LISTED) {
      found.add(diagnostic);
    } else {
      more++;
    }
  }

  /** The elements of a list; none when the key is absent or null, and a complaint otherwise. */
  List<Node> list(@Nullable Node node, String key) {
    return switch (node) {
      case null -> List.of();
      case SequenceNode list -> list.items();
      case ScalarNode scalar when scalar.value() == null -> List.of();
      default -> {
        error(AliasCode.POL101, node, key + " must be a list, not " + node.describe());
        yield List.of();
      }
    };
  }

  /** The text of a node; null when the key is absent or null, and a complaint otherwise. */
  @Nullable String text(@Nullable Node node, String key) {
    if (node == null || (node instanceof ScalarNode scalar && scalar.value() == null)) {
      return null;
    }
    if (node instanceof ScalarNode scalar && scalar.value() instanceof String text) {
      return text;
    }
    error(AliasCode.POL101, node, key + " must be text, not " + node.describe());
    return null;
  }

  List<Diagnostic> all() {
    if (more == 0) {
      return found;
    }
    List<Diagnostic> all = new ArrayList<>(found);
    all.add(AliasCode.POL107.error(SourceRef.file(file), more + " more mistakes are not listed"));
    return all;
  }
}
