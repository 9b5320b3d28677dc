package dev.interlock.recovery.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestSetTest {

  @Test
  void holds_what_was_added_and_nothing_else() {
    Random random = new Random(1);
    DigestSet set = new DigestSet();
    Set<String> added = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      String digest = "%016x".formatted(random.nextLong()) + "0".repeat(24);
      if (i % 2 == 0) {
        set.add(digest);
        set.add(digest);
        added.add(digest);
      } else {
        assertThat(set.has(digest)).isEqualTo(added.contains(digest));
      }
    }
    assertThat(added).allMatch(set::has);
  }

  @Test
  void zero_is_a_digest_too() {
    DigestSet set = new DigestSet();
    String zero = "0".repeat(40);
    assertThat(set.has(zero)).isFalse();
    set.add(zero);
    assertThat(set.has(zero)).isTrue();
    assertThat(set.has("f".repeat(40))).isFalse();
  }
}
