package dev.interlock.document;

import dev.interlock.finding.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads YAML 1.2 (and JSON) with positions. Documents are handed over one at a time, so that a
 * large multi-document file needs memory only for its largest document.
 */
public interface DocumentReader {

  /**
   * Reads a file.
   *
   * @param path the file
   * @param name how diagnostics call it
   * @param sink takes each readable document, in order
   * @return what is wrong with the file; empty when nothing is
   */
  List<Diagnostic> read(Path path, String name, Consumer<Document> sink);

  /** Reads a text already in memory. */
  List<Diagnostic> read(String text, String name, Consumer<Document> sink);
}
