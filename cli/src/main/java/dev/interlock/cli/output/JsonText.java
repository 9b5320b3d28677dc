package dev.interlock.cli.output;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes indented JSON that ends with one line end and looks the same on every system. */
public final class JsonText {

  private JsonText() {}

  /**
   * Writes one value to the writer, which stays open. What ends early by a failure is left without
   * its closing brackets: nobody may take it for whole.
   */
  public static void write(PrintWriter out, Consumer<JsonGenerator> value) {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();
    try (JsonGenerator json = factory.createGenerator(new Indented(), (Writer) out)) {
      value.accept(json);
    }
    out.write('\n');
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      var indenter = new DefaultIndenter("  ", "\n");
      var separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(indenter)
          .withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
