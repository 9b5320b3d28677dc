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
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file with values for parameters. */
final class ParameterFile {

  private ParameterFile() {}

  /** Adds its values to what is given. */
  static void read(Document document, Run run, Map<String, Given> given) {
    Document inner = unwrapped(document);
    if (!(Keys.get(inner.root(), "parameters") instanceof MappingNode parameters)
        || isTemplate(inner.root())) {
      run.problem(
          Problem.PARAMETERS, inner.root().in(inner.file()), "this is no file of parameters");
      return;
    }
    for (Entry entry : parameters.entries()) {
      given.put(entry.key(), new Given(value(entry.value()), entry.value().in(inner.file())));
    }
  }

  private static boolean isTemplate(Node root) {
    return root instanceof MappingNode mapping && Template.is(mapping);
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
}
