package dev.interlock.document.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says what the YAML parser stumbled over in words for people who do not know its grammar. */
final class SyntaxMessage {

  private SyntaxMessage() {}

  static Diagnostic of(YamlEngineException e, Builder builder, Chunk chunk) {
    if (!(e instanceof MarkedYamlEngineException marked)) {
      return Problem.SYNTAX.at(chunk.here(), "this cannot be read as YAML");
    }
    String problem = marked.getProblem() == null ? "" : marked.getProblem();
    String context = marked.getContext() == null ? "" : marked.getContext();
    SourceRef place = place(marked.getProblemMark(), builder, chunk);
    SourceRef opened = place(marked.getContextMark(), builder, chunk);
    if (problem.contains("\\t")) {
      return Problem.TAB.at(place, "a tab stands where only spaces may indent");
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return Problem.SYNTAX.at(opened, "the quote that opens here is never closed");
    }
    if (context.contains("flow")) {
      return Problem.SYNTAX.at(place, "a comma or the closing bracket is missing", opened(opened));
    }
    if (context.contains("simple key")) {
      String hint = "write \"key: value\", or indent the line if it continues the one above";
      return Problem.SYNTAX.at(opened, "a \":\" is missing after this key", hint);
    }
    return Problem.SYNTAX.at(place, plain(problem), hint(problem, opened, place));
  }

  private static String opened(SourceRef place) {
    return "it opens at line " + place.line() + ", column " + place.column();
  }

  private static SourceRef place(Optional<Mark> mark, Builder builder, Chunk chunk) {
    return mark.map(m -> builder.at(chunk.firstLine() + m.getLine(), m.getColumn() + 1))
        .orElseGet(chunk::here);
  }

  private static String plain(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "a \": \" is not allowed here";
    }
    if (problem.contains("expected <block end>")) {
      return "the indentation does not fit the lines above";
    }
    if (problem.contains("sequence entries are not allowed")) {
      return "a list item \"- \" is not allowed here";
    }
    if (problem.contains("cannot start any token")) {
      return "a plain text cannot begin with this character";
    }
    if (problem.contains("expected '<document start>'")) {
      return "a new document must begin with ---";
    }
    return "this cannot be read as YAML: " + problem.replace('\n', ' ');
  }

  private static @Nullable String hint(String problem, SourceRef opened, SourceRef place) {
    if (problem.contains("mapping values are not allowed")) {
      return "put the text in quotes if it contains \": \", or check the indentation";
    }
    if (problem.contains("cannot start any token")) {
      return "put the text in quotes";
    }
    if (problem.contains("expected <block end>")) {
      String where = opened.equals(place) ? "" : "; the block begins on line " + opened.line();
      return "entries of one block begin in the same column" + where;
    }
    return null;
  }
}
