package dev.interlock.document;

import dev.interlock.document.binding.JsonValues;
import dev.interlock.document.binding.Plans;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a record as JSON that {@link RecordBinder} reads back into an equal record. Components
 * come in their order, keys of mappings sorted, nulls are left out: the same record always gives
 * the same bytes. Safe for use by several threads.
 */
public final class RecordWriter {

  private final JsonFactory factory = new JsonFactory();
  private final JsonValues values = new JsonValues(new Plans());

  /** The value on one line: a record, list, map, text, number, boolean, enum or null. */
  public String toJson(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = factory.createGenerator(ObjectWriteContext.empty(), text)) {
      values.write(value, out);
    }
    return text.toString();
  }

  /** Writes the value into a larger JSON text. */
  public void write(@Nullable Object value, JsonGenerator out) {
    values.write(value, out);
  }
}
