package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touched;
import dev.interlock.evidence.CheckResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the gate can't read, a trusted check of exactly this change may tell the images of. */
class ImagesOfACheckTest {

  private static final String OTHER = "sha256:" + "b2".repeat(32);

  @Test
  void images_that_the_change_names_are_accounted_for() {
    assertThat(promotion(List.of(Scenario.ARTIFACT)).state()).isEqualTo(State.CLOSED);
    assertThat(promotion(List.of()).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void an_image_that_the_change_does_not_name_is_unknown() {
    Contact contact = promotion(List.of(Scenario.ARTIFACT, OTHER));

    assertThat(contact.state()).isEqualTo(State.UNKNOWN);
    assertThat(contact.reason()).contains("The check saw image " + OTHER);
  }

  @Test
  void a_check_that_says_nothing_of_images_leaves_them_unknown() {
    assertThat(promotion(null).reason()).contains("Nobody can tell which images come in");
  }

  @Test
  void what_a_check_saw_counts_where_the_change_names_no_manifests() {
    Scenario scenario = new Scenario().with("kind", "config").with("artifact", null);
    scenario.findings = null;
    scenario.put("check", "pipeline", check(List.of(OTHER)));

    assertThat(scenario.contact("promotion").state()).isEqualTo(State.UNKNOWN);
    assertThat(scenario.contact("promotion").reason()).contains("The check saw image " + OTHER);
  }

  @Test
  void what_a_check_saw_counts_where_all_could_be_read() {
    Scenario scenario = new Scenario();
    scenario.put("check", "pipeline", check(List.of(OTHER)));

    assertThat(scenario.contact("promotion").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void of_two_checks_of_the_same_instant_each_counts() {
    for (boolean bad : List.of(true, false)) {
      Scenario scenario = unreadable();
      scenario.put("a", "pipeline", check(List.of(bad ? OTHER : Scenario.ARTIFACT)));
      scenario.put("b", "pipeline", check(List.of(bad ? Scenario.ARTIFACT : OTHER)));

      assertThat(scenario.contact("promotion").reason()).contains("The check saw image " + OTHER);
    }
  }

  private static Contact promotion(@Nullable List<String> images) {
    return unreadable().put("check", "pipeline", check(images)).contact("promotion");
  }

  private static Scenario unreadable() {
    Scenario scenario = new Scenario();
    scenario.findings =
        new ManifestFindings(
            List.of(),
            3,
            List.of("compose.yaml: this is a compose file"),
            List.of(),
            Touched.NOTHING,
            Scenario.JUDGED);
    return scenario;
  }

  private static CheckResult check(@Nullable List<String> images) {
    return new CheckResult(
        Scenario.NAME,
        Scenario.DIGEST,
        "production",
        Map.of(),
        Map.of(),
        3,
        9,
        images,
        hoursAgo(3));
  }
}
