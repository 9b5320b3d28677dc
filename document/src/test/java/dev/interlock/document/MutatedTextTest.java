package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a text, reading it ends with diagnostics, never with an exception. */
class MutatedTextTest {

  private static final String YAML =
      """
      # a comment
      apiVersion: v1
      kind: List
      items:
        - &a {a: 1, "b": [x, 'y', "z\\n"]}
        - <<: *a
          text: |-
            one
              two
          folded: >+
            three

          ? key
          : value
          number: 0x1F
      ---
      %YAML 1.2
      ---
      !tag "quoted \\u00e9": ~
      other: !!str 12.5
      ...
      """;
  private static final String JSON =
      """
      {"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], "items": [{"b": {}}, {"c": []}],
       "long": 123456789012345678901234567890}
      """;
  private static final String SPICE = "{}[]:,-?*&!|>'\"%@`#<=~.\t\n\r \0\\0aé\uD83D\uDE00\uFFFE/";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void reading_never_throws(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 1500; i++) {
      byte[] text = mutate((i % 2 == 0 ? YAML : JSON), random);
      List<Diagnostic> problems =
          DocumentReader.with(ReadOptions.exported())
              .read(new ByteArrayInputStream(text), "a", Set.of("", "items"), new Ignore());
      for (Diagnostic problem : problems) {
        assertThat(problem.message()).isNotBlank().doesNotContain("Exception", "\n");
        assertThat(problem.source().line()).isBetween(0, 100);
      }
    }
  }

  private static byte[] mutate(String original, RandomGenerator random) {
    StringBuilder text = new StringBuilder(original);
    for (int n = random.nextInt(1, 8); n > 0; n--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(1, 12));
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
        case 2 -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
        default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static final class Ignore implements Pieces {
    @Override
    public void document(Document whole) {
      assertThat(whole.root().line()).isPositive();
    }

    @Override
    public void element(Document element, MappingNode envelope) {
      assertThat(element.root().column()).isPositive();
    }

    @Override
    public void end(Document envelope) {
      assertThat(envelope.file()).isEqualTo("a");
    }
  }
}
