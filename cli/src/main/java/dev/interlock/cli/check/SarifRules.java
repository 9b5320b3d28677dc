package dev.interlock.cli.check;

import dev.interlock.estate.Control.FrameworkReference;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.usecases.AppliedControl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The {@code rules} of a SARIF tool: every control that took part, and its index. */
final class SarifRules {

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private record Rule(
      int index, String title, Severity severity, String text, String help, List<String> tags) {}

  SarifRules(CheckView view) {
    Map<String, Rule> sorted = new TreeMap<>();
    for (Finding f : view.report().findings()) {
      sorted.putIfAbsent(
          f.control(), new Rule(0, f.title(), f.severity(), f.title(), f.remediation(), List.of()));
    }
    view.report().controls().forEach((name, control) -> sorted.put(name, ruleOf(control)));
    sorted.forEach((name, r) ->
        rules.put(
            name, new Rule(rules.size(), r.title(), r.severity(), r.text(), r.help(), r.tags())));
  }

  private static Rule ruleOf(AppliedControl control) {
    List<String> tags = control.frameworks().stream().map(SarifRules::tag).toList();
    return new Rule(
        0, control.title(), control.severity(), control.rationale(), control.remediation(), tags);
  }

  private static String tag(FrameworkReference reference) {
    return reference.framework() + ": " + reference.requirement();
  }

  int indexOf(String control) {
    Rule rule = rules.get(control);
    return rule == null ? -1 : rule.index();
  }

  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("rules");
    rules.forEach((name, rule) -> writeRule(name, rule, json));
    json.writeEndArray();
  }

  private static void writeRule(String name, Rule rule, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", name);
    text("shortDescription", rule.title(), json);
    text("fullDescription", rule.text().isBlank() ? rule.title() : rule.text(), json);
    text("help", rule.help().isBlank() ? rule.title() : rule.help(), json);
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("security-severity", score(rule.severity()));
    json.writeArrayPropertyStart("tags");
    rule.tags().stream().distinct().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void text(String property, String text, JsonGenerator json) {
    json.writeObjectPropertyStart(property);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  /** SARIF knows three levels for four severities. */
  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  /** The score by which forges sort into critical, high, medium and low. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
    };
  }
}
