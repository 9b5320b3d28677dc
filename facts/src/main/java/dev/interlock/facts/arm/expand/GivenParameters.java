package dev.interlock.facts.arm.expand;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.Node;
import dev.interlock.expression.Values;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What files and options give to the parameters of a template. */
final class GivenParameters {

  private final TemplateQuestion question;
  private final Run run;

  GivenParameters(TemplateQuestion question, Run run) {
    this.question = question;
    this.run = run;
  }

  /** By name, in any letter case. */
  Map<String, Given> of(Template template) {
    Map<String, Given> given = new LinkedHashMap<>();
    question.parameters().forEach(document -> ParameterFile.read(document, run, given));
    question.settings().forEach((name, text) -> given.put(name, setting(name, text, template)));
    return given;
  }

  /** A text is what a parameter of that type takes; anything else is read as JSON. */
  private static Given setting(String name, String text, Template template) {
    SourceRef place = SourceRef.file("--set " + name);
    Node declared = Keys.get(template.section("parameters"), name);
    String type = declared == null ? "" : Keys.text(declared, "type").toLowerCase(Locale.ROOT);
    if (type.endsWith("string")) {
      return new Given(Values.of(text), place);
    }
    List<Document> read = new ArrayList<>();
    boolean readable = DocumentReader.standard().read(text, name, read::add).isEmpty();
    return new Given(
        readable && read.size() == 1 ? Values.of(read.getFirst().root()) : Values.of(text), place);
  }
}
