package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.EstateLoader;
import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlLoaderTest {

  /** The spec begins in line 10, indented by two. */
  private static final String MATCH = "match: {planes: [kubernetes]}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "plain                ~ rule: resorce.spec == 1                          ~ 11:9",
        "plain behind text    ~ rule: 1 == resorce.spec                          ~ 11:14",
        "double quoted        ~ rule: \"'ä' == \\\"x\\\" || resorce.spec == 1\"  ~ 11:26",
        "single quoted        ~ rule: '''ab'' == resorce.spec'                   ~ 11:20",
        "escaped letters      ~ rule: \"'\\u00e4' == resorce.spec\"              ~ 11:22",
      })
  void compile_error_stands_where_it_is_in_the_yaml(String style, String rule, String place) {
    assertThat(places(MATCH + rule)).as(style).containsExactly(place);
  }

  @Test
  void compile_error_in_a_literal_block_has_its_own_line() {
    assertThat(places(MATCH + "rule: |\n  true\n\n  && resorce.spec")).containsExactly("14:8");
  }

  @Test
  void compile_error_in_a_folded_block_has_its_own_line() {
    assertThat(places(MATCH + "rule: >-\n  true\n  && resource.spec ==\n     resorce.spec"))
        .containsExactly("14:8");
  }

  @Test
  void compile_error_in_a_folded_quoted_text_has_its_own_line() {
    assertThat(places(MATCH + "rule: \"true\n  && \\\n  resorce.spec\"")).containsExactly("13:5");
  }

  @Test
  void windows_line_ends_and_byte_order_marks_move_nothing() {
    String text =
        """
        apiVersion: interlock.dev/v1
        kind: Control
        metadata: {name: x}
        spec:
          {title: T, severity: low, rationale: R, remediation: H, match: {},
           rule: "true
             && resorce"}
        """;
    text = "\uFEFF" + text.replace("\n", "\r\n");
    assertThat(places(Given.loadText(text).diagnostics())).containsExactly("7:9");
  }

  @Test
  void control_in_json_is_read_with_its_places() {
    String text =
        """
        {"apiVersion": "interlock.dev/v1", "kind": "Control", "metadata": {"name": "x"},
         "spec": {"title": "T", "severity": "low", "rationale": "R", "remediation": "H", "match": {},
          "rule": "'\\"' != resorce"}}
        """;
    assertThat(places(Given.loadText(text).diagnostics())).containsExactly("3:20");
  }

  @Test
  void every_mistake_is_reported_at_once_with_a_hint() {
    ControlLoader.Loaded loaded =
        Given.load(
            "own",
            """
            match:
              planes: [kubernets]
              when: environment.teir == 'production'
            each: [pods.spec.containers]
            rule: params.limt > 1 && item.image
            message: size(key)
            at: item.a..b
            params: {limit: 3}
            """);

    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.controls().size()).isZero();
    assertThat(loaded.diagnostics())
        .extracting(d -> d.message() + " / " + d.hint())
        .containsExactly(
            "there is no plane \"kubernets\", expected one of azure, kubernetes, image, database,"
                + " cache, ingress, backup, identity / did you mean \"kubernetes\"?",
            "control own, when: there is no property \"teir\" / did you mean \"tier\"?",
            "control own, each: a path begins with one of object, pod, resource"
                + " / did you mean \"pod\"?",
            "control own, rule: the control has no parameter \"limt\" / did you mean \"limit\"?",
            "control own, message: the expression results in int, expected a text"
                + " / make it a text with string(…)",
            "control own, at: unreadable path, expected .key, .?key, [\"key\"], [0] or [*]"
                + " / a key with dots or slashes is written [\"app.kubernetes.io/name\"]");
    assertThat(places(loaded.diagnostics()))
        .containsExactly("11:14", "12:22", "13:10", "14:15", "15:12", "16:13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "resource.spec = 1           ~ compare with ==",
        "quantty('1') == quantity(1) ~ did you mean \"quantity\"?",
        "resource.?a == 'x'          ~ an optional needs .orValue(…) before it is compared",
        "item.x == 1                 ~ add each with the path of a list, or write resource",
        "'yes'                       ~ compare it with something, as in … == 'value'",
      })
  void mistake_comes_with_what_to_do_about_it(String rule, String hint) {
    List<Diagnostic> found = Given.load("own", MATCH + "rule: \"" + rule + "\"").diagnostics();
    assertThat(found).isNotEmpty().first().extracting(Diagnostic::hint).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "'%s'.format(['a']) == 'a' ~ there is no function \"format\" here"
            + " / join texts with +, and turn numbers into text with string(…)",
        "resource.l.map(x)         ~ the function \"map\" is not called in its form here"
            + " / a call has all its arguments, as in size(list) or list.all(x, x > 0)",
        "size == 1                 ~ the function \"size\" is not called in its form here"
            + " / a call has all its arguments, as in size(list) or list.all(x, x > 0)",
      })
  void function_is_not_said_to_be_none(String rule, String expected) {
    List<Diagnostic> found = Given.load("own", MATCH + "rule: \"" + rule + "\"").diagnostics();
    assertThat(found)
        .first()
        .extracting(d -> d.message() + " / " + d.hint())
        .isEqualTo("control own, rule: " + expected);
  }

  @Test
  void loop_variable_may_be_called_item() {
    String rule = "rule: resource.spec.all(item, item == 1)";
    assertThat(Given.load("own", MATCH + rule).diagnostics()).isEmpty();
  }

  @Test
  void expression_of_monstrous_size_is_refused_and_not_compiled() {
    String rule = "rule: " + "true && ".repeat(10_000) + "true";
    assertThat(Given.load("own", MATCH + rule).diagnostics()).isNotEmpty();
    String deep = "rule: " + "(".repeat(2_000) + "true" + ")".repeat(2_000);
    assertThat(Given.load("own", MATCH + deep).diagnostics()).isNotEmpty();
  }

  @Test
  void folder_is_read_with_everything_below_it(@TempDir Path dir) throws IOException {
    Files.createDirectories(dir.resolve("a/cases"));
    Files.writeString(dir.resolve("a/one.yaml"), document("Control", "one"));
    Files.writeString(dir.resolve("a/cases/bad.yaml"), "a: [\n");
    Files.writeString(dir.resolve("a/cases/pod.yaml"), "apiVersion: v1\nkind: Pod\n");
    Files.writeString(dir.resolve("a/notes.txt"), "x");
    Files.writeString(dir.resolve("two.yml"), document("Control", "two"));
    Files.writeString(dir.resolve("waiver.yaml"), document("Waiver", "three"));

    ControlLoader.Loaded loaded = ControlLoader.load(List.of(dir));

    assertThat(loaded.controls().names()).containsExactly("one", "two");
    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly("GRD006");
  }

  @Test
  void mistake_in_a_control_of_the_estate_stands_where_it_is_in_its_file(@TempDir Path dir)
      throws IOException {
    String broken = document("Control", "two").replace("rule: 'true'", "rule: 'tru'");
    Files.writeString(dir.resolve("c.yaml"), document("Control", "one") + "---\n" + broken);

    ControlLoader.Loaded loaded = ControlLoader.of(new EstateLoader().load(dir).estate());

    assertThat(loaded.controls().names()).containsExactly("one");
    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::render)
        .first()
        .asString()
        .contains("c.yaml:9:36: error: control two, rule: \"tru\"", "did you mean \"true\"?");
  }

  @Test
  void two_controls_of_one_name_are_an_error(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("1.yaml"), document("Control", "one"));
    Files.writeString(dir.resolve("2.yaml"), document("Control", "one"));

    assertThat(ControlLoader.load(List.of(dir)).diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo("GRD005"))
        .satisfies(d -> assertThat(d.message()).contains("1.yaml"));
  }

  @Test
  void missing_folder_is_an_error(@TempDir Path dir) {
    assertThat(ControlLoader.load(List.of(dir.resolve("nowhere"))).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("GRD008");
  }

  private static String document(String kind, String name) {
    return "apiVersion: interlock.dev/v1\nkind: %s\nmetadata: {name: %s}\n".formatted(kind, name)
        + "spec: {title: T, match: {}, rule: 'true', severity: low, rationale: R, remediation: H}\n";
  }

  private static List<String> places(String spec) {
    return places(Given.load("own", spec).diagnostics());
  }

  private static List<String> places(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(d -> d.source().line() + ":" + d.source().column()).toList();
  }
}
