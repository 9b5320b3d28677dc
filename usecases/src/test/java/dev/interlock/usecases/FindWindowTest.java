package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.NextWindow;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindWindowTest {

  private static final Path ESTATE = Checkout.samples().resolve("estate");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T20:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void a_high_change_waits_for_the_maintenance_window_with_a_proof_without_gaps() {
    FindWindow.Answer answer = find(ESTATE, "core-production", "high");

    assertThat(answer.scope().rule()).isEqualTo(WindowRule.MAINTENANCE);
    assertThat(answer.next())
        .isInstanceOfSatisfying(
            NextWindow.Found.class,
            found -> {
              assertThat(found.start()).isEqualTo("2026-11-22T09:00:00Z");
              Instant reached = WEDNESDAY;
              for (BlockedStarts step : found.blocked()) {
                assertThat(step.from()).isEqualTo(reached);
                reached = step.until();
              }
              assertThat(reached).isEqualTo(found.start());
            });
  }

  @Test
  void without_a_tier_the_policys_own_counts() {
    assertThat(find(ESTATE, "core-production", null).scope().tier()).isEqualTo("normal");
  }

  @Test
  void an_unknown_tier_or_environment_is_rejected_with_a_suggestion() {
    assertThatThrownBy(() -> find(ESTATE, "core-production", "hihg"))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("CLI020");
              assertThat(e.problems().getFirst().hint()).isEqualTo("did you mean \"high\"?");
            });
    assertThatThrownBy(() -> find(ESTATE, "core-prodution", null))
        .isInstanceOf(InputRejected.class);
    assertThatThrownBy(() ->
            new FindWindow()
                .run(request(ESTATE, "core-production", null, Duration.ZERO), WEDNESDAY))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("CLI021"));
  }

  @Test
  void every_unknown_service_is_rejected_with_a_suggestion() {
    var request =
        new FindWindow.Request(
            ESTATE, "core-production", Duration.ofHours(2), null, Set.of("odo-web", "traefikk"));
    assertThatThrownBy(() -> new FindWindow().run(request, WEDNESDAY))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.problems()).extracting(p -> p.code()).containsOnly("CLI022");
              assertThat(e.problems())
                  .extracting(p -> p.hint())
                  .containsExactly("did you mean \"odoo-web\"?", "did you mean \"traefik\"?");
            });
  }

  @Test
  void a_damaged_calendar_file_makes_the_answer_unknown_with_its_file_and_line()
      throws IOException {
    copy(ESTATE, folder);
    Path calendar = folder.resolve("calendars/joliet-peak-season.ics");
    Files.writeString(
        calendar, Files.readString(calendar).replace("RRULE:FREQ=YEARLY", "RRULE:FREQ=SOMETIMES"));

    FindWindow.Answer answer = find(folder, "core-production", "high");

    assertThat(answer.next())
        .isInstanceOfSatisfying(
            NextWindow.Unknown.class,
            unknown ->
                assertThat(unknown.problems().getFirst().render())
                    .contains("joliet-peak-season.ics:11: error: the rule", "[WIN007]"));
  }

  private static FindWindow.Answer find(Path estate, String environment, @Nullable String tier) {
    return new FindWindow().run(request(estate, environment, tier, Duration.ofHours(2)), WEDNESDAY);
  }

  private static FindWindow.Request request(
      Path estate, String environment, @Nullable String tier, Duration duration) {
    return new FindWindow.Request(estate, environment, duration, tier, Set.of());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
