package dev.interlock.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {

  @Test
  void it_names_place_reason_code_and_hint() {
    Diagnostic found =
        Diagnostic.error("EST001", new SourceRef("a.yaml", 3, 7), "unknown key", "remove it");
    assertThat(found.render().lines())
        .containsExactly("a.yaml:3:7: error: unknown key [EST001]", "  hint: remove it");
  }

  @Test
  void a_place_without_lines_is_only_the_file() {
    assertThat(Diagnostic.warning("X1", SourceRef.file("a.yaml"), "odd").render())
        .isEqualTo("a.yaml: warning: odd [X1]");
  }

  @Test
  void they_are_sorted_by_place_and_only_errors_count_as_errors() {
    Diagnostics found = new Diagnostics();
    found.add(Diagnostic.warning("W", new SourceRef("b.yaml", 1, 1), "later"));
    found.add(Diagnostic.warning("W", new SourceRef("a.yaml", 20, 1), "second"));
    found.add(Diagnostic.warning("W", new SourceRef("a.yaml", 3, 1), "first"));
    assertThat(found.sorted())
        .extracting(Diagnostic::message)
        .containsExactly("first", "second", "later");
    assertThat(found.hasErrors()).isFalse();
    found.add(Diagnostic.error("E", SourceRef.file("c.yaml"), "bad"));
    assertThat(found.hasErrors()).isTrue();
  }

  @Test
  void severities_are_read_in_any_case_and_ordered() {
    assertThat(Severity.parse(" High ")).contains(Severity.HIGH);
    assertThat(Severity.parse("severe")).isEmpty();
    assertThat(Severity.LOW).isLessThan(Severity.CRITICAL);
  }
}
