package dev.interlock.document;

import dev.interlock.document.binding.Binding;
import dev.interlock.document.binding.HeaderReader;
import dev.interlock.document.binding.Plans;
import dev.interlock.finding.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a node into a record by the names of its components.
 *
 * <p>A component must be there unless its type is {@code @Nullable}; lists and mappings are empty
 * and booleans false when absent. Known are text, boolean, int, long, BigDecimal, enums (lower case
 * with hyphens), Duration, Instant, LocalDate, LocalTime, YearMonth, ZoneId, Currency, Money,
 * records, lists and mappings of all these, and Object for anything.
 *
 * <p>Keeps what it learns about record types, so one binder should serve many documents. Safe for
 * use by several threads.
 */
public final class RecordBinder {

  private final Plans plans = new Plans();

  /**
   * The record, if nothing at all is wrong with the node.
   *
   * @param type a record type
   * @param node a mapping
   * @param file how diagnostics call the file
   * @param sink takes every mistake, with its position
   */
  public <T> Optional<T> bind(Class<T> type, Node node, String file, Consumer<Diagnostic> sink) {
    Binding binding = new Binding(plans, file, null, sink);
    Object value = binding.bind(type, node);
    return binding.complained() || value == null ? Optional.empty() : Optional.of(type.cast(value));
  }

  /**
   * The header of a document of ours, its spec untouched. Empty when its kind or name can't be
   * read; the sink is told everything that is wrong with it.
   */
  public Optional<DocumentHeader> header(Document document, Consumer<Diagnostic> sink) {
    return headerDraft(document, sink).filter(DocumentHeader::whole);
  }

  /**
   * The same as far as it can be read, if only the kind can: to go on looking for mistakes with,
   * never to act on.
   */
  public Optional<DocumentHeader> headerDraft(Document document, Consumer<Diagnostic> sink) {
    return new HeaderReader(plans, document, sink).read();
  }

  /**
   * The record as far as it can be read: to go on looking for mistakes with, never to act on.
   *
   * @param sink takes every mistake, with its position
   */
  public <T> Draft<T> draft(Class<T> type, Node node, String file, Consumer<Diagnostic> sink) {
    return Draft.of(plans, type, node, file, sink);
  }
}
