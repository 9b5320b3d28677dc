package dev.interlock.document;

import dev.interlock.document.binding.DocumentSchemas;
import dev.interlock.document.binding.SchemaText;
import java.util.Map;

/**
 * Describes records as JSON Schema 2020-12, by the rules {@link RecordBinder} reads them by, so
 * that editors complete and check what people write. The schema asks for the usual spelling where
 * the binder accepts others: lower-case words, for one.
 */
public final class JsonSchemas {

  private final DocumentSchemas schemas = new DocumentSchemas();

  /** The schema of a record on its own. */
  public String of(Class<?> record) {
    return SchemaText.of(schemas.record(record));
  }

  /**
   * The schema of a whole document of one kind.
   *
   * @param spec the record its {@code spec} is read into
   */
  public String document(String kind, Class<?> spec) {
    return SchemaText.of(schemas.document(kind, spec));
  }

  /**
   * One schema for documents of several kinds, told apart by {@code kind}.
   *
   * @param specs for each kind the record of its documents, in the order they shall come
   */
  public String documents(Map<String, ? extends Class<?>> specs) {
    return SchemaText.of(schemas.documents(specs));
  }
}
