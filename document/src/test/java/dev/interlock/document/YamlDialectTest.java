package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.ReadOptions.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDialectTest {

  private static @Nullable Object value(Dialect dialect, String written) {
    List<Document> documents = new ArrayList<>();
    ReadOptions options = new ReadOptions(dialect, Limits.written());
    assertThat(DocumentReader.with(options).read("- " + written, "a.yaml", documents::add))
        .isEmpty();
    SequenceNode root = (SequenceNode) documents.getFirst().root();
    ScalarNode scalar = (ScalarNode) root.items().getFirst();
    return scalar.value();
  }

  private static @Nullable Object own(String written) {
    return value(Dialect.YAML_1_2, written);
  }

  private static @Nullable Object kubernetes(String written) {
    return value(Dialect.KUBERNETES, written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "Yes", "ON", "y", "Y"})
  void kubectl_reads_these_as_true_and_we_as_text(String word) {
    assertThat(kubernetes(word)).isEqualTo(true);
    assertThat(own(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "No", "OFF", "n", "N"})
  void kubectl_reads_these_as_false_and_we_as_text(String word) {
    assertThat(kubernetes(word)).isEqualTo(false);
    assertThat(own(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "0644,644,420",
    "0o17,15,15",
    "0x1F,31,31",
    "-12,-12,-12",
    "+5,5,5",
    "9223372036854775807,9223372036854775807,9223372036854775807"
  })
  void whole_numbers(String written, long ours, long kubectl) {
    assertThat(own(written)).isEqualTo(ours);
    assertThat(kubernetes(written)).isEqualTo(kubectl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0b101", "1_000", "-0x10", "0X1F"})
  void only_kubectl_sees_a_number(String written) {
    assertThat(own(written)).isEqualTo(written);
    assertThat(kubernetes(written)).isInstanceOf(Long.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21",
        "2026-11-21T10:00:00Z",
        "12:30",
        "1.2.3",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "0x",
        "0xZZ",
        "truer",
        "'true'",
        "\"12\"",
        "10Gi",
        "500m",
        "1-2",
        "nan",
        "08x"
      })
  void these_stay_text(String written) {
    String text = written.replace("'", "").replace("\"", "");
    assertThat(own("\"" + text + "\"")).isEqualTo(text);
    if (!written.equals("-")) {
      assertThat(own(written)).isEqualTo(text);
      assertThat(kubernetes(written)).isEqualTo(text);
    }
  }

  @Test
  void numbers_are_exact() {
    assertThat(own("0.1")).isEqualTo(new BigDecimal("0.1"));
    assertThat(own("12.50")).isEqualTo(new BigDecimal("12.50"));
    assertThat(own("-1.5e3")).isEqualTo(new BigDecimal("-1.5e3"));
    assertThat(own("123456789012345678901234567890"))
        .isEqualTo(new BigInteger("123456789012345678901234567890"));
    assertThat(own("-.inf")).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", "NULL", ""})
  void nothing(String written) {
    assertThat(own(written)).isNull();
    assertThat(kubernetes(written)).isNull();
  }

  @Test
  void tags_decide() {
    assertThat(own("!!str 12")).isEqualTo("12");
    assertThat(own("!!int \"12\"")).isEqualTo(12L);
    assertThat(own("!!float 3")).isEqualTo(new BigDecimal(3));
    assertThat(own("! 12")).isEqualTo("12");
    assertThat(own("!reset 12")).isEqualTo("12");
  }
}
