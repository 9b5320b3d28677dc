package dev.interlock.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import dev.interlock.testkit.SampleKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveCommandTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void keys() {
    SampleKeys.of("plant-manager-pune").writeTo(folder.resolve("pune.key"));
    SampleKeys.of("plant-manager-linz").writeTo(folder.resolve("linz.key"));
  }

  @Test
  void an_answer_carries_the_instant_it_was_given_at() {
    assertThat(approve("pune.key", "2026-11-18T19:30:00Z").exit()).isZero();
    CliRun list =
        CliRun.of(
            "evidence",
            "list",
            folder.resolve("out").toString(),
            "--estate",
            Checkout.samples().resolve("estate").toString());
    assertThat(list.out()).contains("approval of Wed 2026-11-18 19:30 UTC", "counts");
  }

  @Test
  void an_answer_that_does_not_count_says_why() {
    CliRun run = approve("linz.key", "2026-11-18T19:30:00Z");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("Signed, but it will not count, because ");
    assertThat(run.out()).doesNotContain("Approved");
  }

  @Test
  void an_answer_that_nobody_will_hear_says_why() {
    CliRun typo = approve("pune.key", "2026-11-18T19:30:00Z", "Plant-Manager");
    assertThat(typo.exit()).isEqualTo(1);
    assertThat(typo.out())
        .contains("will not count, because the estate has no role")
        .contains("did you mean \"plant-manager\"?");
  }

  @Test
  void a_role_that_is_not_asked_of_the_person_does_not_count() {
    CliRun run = approve("pune.key", "2026-11-18T19:30:00Z", "release-manager");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("is not asked as");
  }

  private CliRun approve(String key, String at) {
    return approve(key, at, "plant-manager");
  }

  private CliRun approve(String key, String at, String role) {
    return CliRun.of(
        "approve",
        Checkout.samples().resolve("changes/traefik-upgrade.yaml").toString(),
        "--estate",
        Checkout.samples().resolve("estate").toString(),
        "--person",
        "plant-manager-pune",
        "--role",
        role,
        "--plant",
        "pune",
        "--key",
        folder.resolve(key).toString(),
        "--out",
        folder.resolve("out/answer.json").toString(),
        "--at",
        at);
  }
}
