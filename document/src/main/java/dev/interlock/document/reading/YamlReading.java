package dev.interlock.document.reading;

import dev.interlock.document.ReadOptions;
import dev.interlock.finding.Diagnostic;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML stream, document by document. */
final class YamlReading {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setUseMarks(true)
          .setParseComments(false)
          .setBufferSize(4096)
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();

  private final Chunk chunk;
  private final Builder builder;
  private final Problems problems;
  private final YamlEvents events;

  YamlReading(Chunk chunk, Builder builder, ReadOptions options, Problems problems) {
    this.chunk = chunk;
    this.builder = builder;
    this.problems = problems;
    this.events = new YamlEvents(builder, new Scalars(options.dialect()));
  }

  void run() {
    while (chunk.next()) {
      events.begin(chunk.firstLine());
      try {
        document();
      } catch (Refused refused) {
        problems.add(asTemplate(refused.diagnostic()));
      }
    }
  }

  private void document() {
    @Nullable ParserImpl parser = null;
    while (true) {
      Event event;
      try {
        if (parser == null) {
          parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, chunk));
        }
        if (!parser.hasNext()) {
          return;
        }
        event = parser.next();
      } catch (Refused | Stopped own) {
        throw own;
      } catch (YamlEngineException e) {
        throw new Refused(SyntaxMessage.of(e, builder, chunk));
      } catch (RuntimeException e) {
        // The parser's own slips on hostile input: to the user just a text that is no YAML.
        throw new Refused(Problem.SYNTAX.at(chunk.here(), "this cannot be read as YAML"));
      }
      events.take(event);
    }
  }

  /** Broken YAML with template braces in it is an unrendered template. */
  private Diagnostic asTemplate(Diagnostic diagnostic) {
    boolean syntax =
        Problem.SYNTAX.owns(diagnostic)
            || Problem.TAB.owns(diagnostic)
            || Problem.KEY_NOT_TEXT.owns(diagnostic);
    if (!syntax || !chunk.sawBraces()) {
      return diagnostic;
    }
    String message = "this is a template ({{ }}), not YAML yet";
    return Problem.TEMPLATE.at(diagnostic.source(), message);
  }
}
