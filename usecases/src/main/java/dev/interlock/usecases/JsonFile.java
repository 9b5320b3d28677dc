package dev.interlock.usecases;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that Azure's tools write, with comments where they allow them. */
final class JsonFile {

  private JsonFile() {}

  /**
   * What a file holds.
   *
   * @param problems takes what is wrong with it; a file that holds nothing is wrong, too
   */
  static List<Document> read(Path file, List<Diagnostic> problems) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> wrong =
        DocumentReader.with(ReadOptions.policies()).read(file, file.toString(), documents::add);
    problems.addAll(wrong);
    if (documents.isEmpty() && wrong.isEmpty()) {
      problems.add(
          Diagnostic.error(
              ActionCode.NOTHING_TO_CHECK.code(),
              SourceRef.file(file.toString()),
              "the file holds nothing"));
    }
    return documents;
  }
}
