package dev.interlock.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.evidence.PredicateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceKeygenCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(PredicateKind.class)
  void an_estate_can_trust_a_new_key_for_every_kind(PredicateKind kind) throws IOException {
    String key = folder.resolve("k.key").toString();
    CliRun made =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            key,
            "--name",
            "k",
            "--system",
            "s",
            "--predicates",
            kind.word());
    Path estate = Files.createDirectory(folder.resolve("estate"));
    Files.writeString(estate.resolve("keys.yaml"), made.out());
    CliRun checked = CliRun.of("estate", "check", estate.toString());
    assertThat(checked.out() + checked.err()).contains("[EST").doesNotContain("EST035");
  }
}
