package dev.interlock.facts.arm.expand;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
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
    question.parameters().forEach(document -> read(document, given));
    question.settings().forEach((name, text) -> given.put(name, setting(name, text, template)));
    return given;
  }

  private void read(Document document, Map<String, Given> given) {
    Document inner = unwrapped(document);
    if (!(Keys.get(inner.root(), "parameters") instanceof MappingNode parameters)) {
      run.problem(
          Problem.PARAMETERS, inner.root().in(inner.file()), "this is no file of parameters");
      return;
    }
    for (Entry entry : parameters.entries()) {
      given.put(entry.key(), new Given(value(entry.value()), entry.value().in(inner.file())));
    }
  }

  /** What {@code bicep build-params} prints has the file in a text. */
  private static Document unwrapped(Document document) {
    String text = Keys.text(document.root(), "parametersJson");
    if (text.isEmpty()) {
      return document;
    }
    List<Document> inner = new ArrayList<>();
    DocumentReader.with(ReadOptions.policies()).read(text, document.file(), inner::add);
    return inner.isEmpty() ? document : inner.getFirst();
  }

  private static Value value(Node around) {
    if (Keys.get(around, "reference") != null) {
      return new UnknownValue("its value is kept in a key vault");
    }
    if (Keys.get(around, "expression") != null) {
      return new UnknownValue("its value is filled in by the tool that deploys");
    }
    if (!(around instanceof MappingNode mapping)) {
      return Values.of(around);
    }
    return mapping.entries().stream()
        .filter(entry -> entry.key().equalsIgnoreCase("value"))
        .findFirst()
        .map(entry -> Values.of(entry.value()))
        .orElseGet(() -> new UnknownValue("its value is not in the file of parameters"));
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
