package dev.interlock.document.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, up to a number that somebody can still read. */
final class Problems {

  private static final int MOST = 200;

  private final String file;
  private final List<Diagnostic> found = new ArrayList<>();
  private long more;

  Problems(String file) {
    this.file = file;
  }

  void add(Diagnostic diagnostic) {
    if (found.size() < MOST) {
      found.add(diagnostic);
    } else {
      more++;
    }
  }

  List<Diagnostic> all() {
    if (more > 0) {
      String message = "the file has " + more + " more problems, which are not listed";
      found.add(Problem.MORE.at(SourceRef.file(file), message));
    }
    return List.copyOf(found);
  }
}
