package dev.interlock.facts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads plans in tests, and writes what came of them. */
record Plans(Reading reading, List<Resource> resources) {

  /** What a text holds. */
  static Plans of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Plans of(byte[] text) {
    List<Resource> resources = new ArrayList<>();
    Reading reading =
        FactReader.standard(new ByteArrayInputStream(text)).read(List.of("-"), resources::add);
    return new Plans(reading, resources);
  }

  /** A plan with one change. */
  static Plans change(String type, String change) {
    return of(
        """
        {"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [
          {"address": "%1$s.x", "mode": "managed", "type": "%1$s", "name": "x", "change": %2$s}]}
        """
            .formatted(type, change));
  }

  /** The codes of what is wrong. */
  List<String> codes() {
    return reading.diagnostics().stream().map(Diagnostic::code).toList();
  }

  /** The resource of a type, the only one. */
  Resource one(String type) {
    List<Resource> found = resources.stream().filter(r -> r.type().equals(type)).toList();
    assertThat(found).as("resources of type " + type).hasSize(1);
    return found.getFirst();
  }

  /** Everything as JSON. */
  String json() {
    StringBuilder text = new StringBuilder("{\n\"resources\": [");
    String before = "\n";
    for (Resource resource : resources) {
      text.append(before);
      before = ",\n";
      text.append("{\"id\": ").append(Json.quoted(resource.id())).append(", \"name\": ");
      text.append(Json.quoted(resource.name())).append(", \"body\":\n");
      text.append(new Json(resource.body()).text());
      text.append('}');
    }
    text.append("],\n\"problems\": ").append(list(words(reading.diagnostics())));
    text.append(",\n\"destroys\": ").append(list(reading.aside().destroys()));
    text.append(",\n\"notes\": ").append(list(reading.aside().notes()));
    return text.append("\n}\n").toString();
  }

  private static List<String> words(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(d -> d.code() + " " + d.message()).toList();
  }

  private static String list(List<String> words) {
    return words.stream().map(Json::quoted).collect(Collectors.joining(",\n  ", "[", "]"));
  }
}
