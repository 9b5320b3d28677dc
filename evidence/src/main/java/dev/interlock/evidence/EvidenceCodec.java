package dev.interlock.evidence;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.RecordBinder;
import dev.interlock.document.RecordWriter;
import dev.interlock.finding.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and writes what evidence states. Safe for use by several threads. */
public final class EvidenceCodec {

  private final RecordBinder binder = new RecordBinder();
  private final RecordWriter writer = new RecordWriter();

  /**
   * The predicate, if nothing at all is wrong with it.
   *
   * @param node the {@code predicate} of a statement, or a file that holds only it
   * @param file how diagnostics call the file
   * @param sink takes every mistake, with its position
   */
  public Optional<Predicate> read(
      PredicateKind kind, Node node, String file, Consumer<Diagnostic> sink) {
    Optional<? extends Predicate> bound = binder.bind(kind.type(), node, file, sink);
    List<String> silent =
        node instanceof MappingNode mapping
            ? kind.mustSay().stream().filter(key -> mapping.get(key) == null).toList()
            : List.of();
    silent.forEach(key -> sink.accept(silence(key, node, file)));
    return silent.isEmpty() ? bound.map(Predicate.class::cast) : Optional.empty();
  }

  /** The predicate as JSON on one line; the same predicate always gives the same bytes. */
  public String write(Predicate predicate) {
    return writer.toJson(predicate);
  }

  private static Diagnostic silence(String key, Node node, String file) {
    return Diagnostic.error(
        "EVD001",
        node.in(file),
        key + " is missing: evidence must say it, even when it is empty, zero or false");
  }
}
