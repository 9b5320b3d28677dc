package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CipherTroubleTest {

  private static final String HINT =
      "HINT: backup.info cannot be opened and is required to perform a backup.\n"
          + "HINT: has a stanza-create been performed?";

  @Test
  void what_has_nothing_to_do_with_ciphers_is_left() {
    assertThat(CipherTrouble.told("no such stanza: Güssing")).isEqualTo("no such stanza: Güssing");
  }

  @Test
  void hints_are_kept_and_letters_of_other_scripts_that_came_out_by_chance_are_not() {
    String said = "other; [CryptoError] unable to flush\n???i?E-??zs ??e?[]@?͢y\n" + HINT;

    assertThat(CipherTrouble.told(said))
        .contains("repo-cipher-pass")
        .endsWith("it said: other; [CryptoError] unable to flush\n" + HINT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 40, 200})
  void whatever_comes_out_no_content_is_shown(int length) {
    Random random = new Random(20_261_123);
    for (int i = 0; i < 2_000; i++) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      String quoted = CipherTrouble.readable(new String(content, StandardCharsets.UTF_8));
      String told = CipherTrouble.told("CryptoError: see " + quoted + "\n" + HINT);

      assertThat(told).matches("[\\x20-\\x7E\\n]*").contains("has a stanza-create");
    }
  }
}
