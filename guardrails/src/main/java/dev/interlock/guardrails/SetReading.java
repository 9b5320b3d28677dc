package dev.interlock.guardrails;

import dev.interlock.estate.ControlSet;
import dev.interlock.estate.Entry;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.waiver.NamePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One control set, applied to the controls there are. */
final class SetReading {

  private final ControlSet set;
  private final Entry<ControlSet> entry;
  private final Controls available;
  private final Map<String, Guardrail> guardrails = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  SetReading(Entry<ControlSet> entry, Controls available) {
    this.set = entry.spec();
    this.entry = entry;
    this.available = available;
    for (int i = 0; i < set.controls().size(); i++) {
      choose(set.controls().get(i), i);
    }
    set.severities().keySet().forEach(control -> requireChosen("severities", control));
    set.params().keySet().forEach(control -> requireChosen("params", control));
    set.params().forEach(this::checkParams);
    guardrails.replaceAll((_, guardrail) -> changed(guardrail));
  }

  List<Guardrail> guardrails() {
    return List.copyOf(guardrails.values());
  }

  List<Diagnostic> problems() {
    return problems;
  }

  private void choose(String pattern, int index) {
    List<Guardrail> meant =
        available.stream().filter(g -> NamePattern.matches(pattern, g.name())).toList();
    meant.forEach(guardrail -> guardrails.put(guardrail.name(), guardrail));
    if (meant.isEmpty()) {
      problems.add(
          GuardrailCode.GRD002.error(
              entry.at("controls", index),
              "there is no control \"" + pattern + "\"",
              Suggestion.didYouMean(pattern, available.names()).orElse(null)));
    }
  }

  private void requireChosen(String field, String control) {
    if (!guardrails.containsKey(control)) {
      problems.add(
          GuardrailCode.GRD004.error(
              entry.at(field, control),
              "changes the control \"" + control + "\", which is not in the set",
              Suggestion.didYouMean(control, guardrails.keySet()).orElse(null)));
    }
  }

  private void checkParams(String control, Map<String, Object> changed) {
    Guardrail guardrail = guardrails.get(control);
    if (guardrail == null) {
      return;
    }
    Map<String, Object> own = guardrail.control().params();
    changed.forEach((name, value) -> {
      Object usual = own.get(name);
      if (!own.containsKey(name)) {
        problems.add(
            GuardrailCode.GRD003.error(
                entry.at("params", control, name),
                "the control \"" + control + "\" has no parameter \"" + name + "\"",
                Suggestion.didYouMean(name, own.keySet()).orElse(null)));
      } else if (usual != null && !word(usual).equals(word(value))) {
        problems.add(
            GuardrailCode.GRD009.error(
                entry.at("params", control, name),
                control + "." + name + " is " + word(value) + ", expected " + word(usual),
                null));
      }
    });
  }

  private Guardrail changed(Guardrail guardrail) {
    Guardrail changed = guardrail;
    if (set.severities().containsKey(guardrail.name())) {
      changed = changed.withSeverity(set.severities().get(guardrail.name()));
    }
    return changed.withParams(set.params().getOrDefault(guardrail.name(), Map.of()));
  }

  private static String word(Object value) {
    return switch (value) {
      case String _ -> "a text";
      case Boolean _ -> "true/false";
      case Number _ -> "a number";
      case List<?> _ -> "a list";
      default -> "a mapping";
    };
  }
}
