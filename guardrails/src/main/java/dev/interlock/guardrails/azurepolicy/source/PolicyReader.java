package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.reading.Layout;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import dev.interlock.guardrails.azurepolicy.reading.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads policy objects from files, folders and documents, in every layout: as Azure keeps them, in
 * templates, as the command line and PowerShell export them, as Enterprise Policy as Code and the
 * landing-zone library keep them. Which one it is, is told by the content. One broken object never
 * stops the rest. Not safe for use by several threads.
 */
public final class PolicyReader {

  private final DocumentReader documents = DocumentReader.with(ReadOptions.policies());
  private final Problems problems = new Problems();
  private final Gathered gathered = new Gathered(problems);
  private final Set<Path> seen = new HashSet<>();

  /** Reads files, and folders with everything below them. */
  public static PolicyReading read(List<Path> paths) {
    PolicyReader reader = new PolicyReader();
    paths.forEach(reader::path);
    return reader.finish();
  }

  /**
   * Reads a file, or a folder with everything below it; other JSON in a folder is passed over. A
   * file that was read before, because its folder is named twice, is not read again.
   */
  public void path(Path path) {
    int before = gathered.found();
    int broken = problems.errors();
    boolean again = false;
    try {
      for (PolicyFiles.Found file : PolicyFiles.below(path)) {
        boolean first = seen.add(file.path().toRealPath());
        again |= !first;
        if (first) {
          file(file.path(), file.name());
        }
      }
    } catch (IOException e) {
      problems.add(
          PolicyCode.POL001.error(
              SourceRef.file(path.toString()), "cannot be read: " + e.getMessage(), null));
    }
    if (gathered.found() == before && problems.errors() == broken && !again) {
      problems.add(
          PolicyCode.POL002.error(
              SourceRef.file(path.toString()),
              "there is no policy object here",
              "name a folder with JSON files, or export with az policy definition list"));
    }
  }

  private void file(Path path, String name) {
    List<Document> whole = new ArrayList<>();
    List<Diagnostic> wrong = documents.read(path, path.toString(), whole::add);
    wrong.forEach(problems::add);
    for (int i = 0; i < whole.size(); i++) {
      Document document = whole.get(i);
      String own = whole.size() == 1 ? name : name + "-" + (i + 1);
      node(document.root(), document.file(), own);
    }
  }

  /**
   * Takes objects that stand in another document.
   *
   * @param file the document's
   * @param name of an object that says none
   */
  public void node(Node node, String file, String name) {
    new Walk(file, problems, gathered).take(node, Layout.PLAIN, name);
  }

  /** What was read. */
  public PolicyReading finish() {
    Diagnostics sorted = new Diagnostics();
    sorted.addAll(problems.all());
    return new PolicyReading(gathered.objects(), sorted.sorted());
  }
}
