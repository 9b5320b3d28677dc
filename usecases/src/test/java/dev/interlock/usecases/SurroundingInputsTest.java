package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.goldens.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands around a database and is left out is told, each with the option that names it. */
class SurroundingInputsTest {

  private static final Estate ESTATE =
      DecideChange.estate(Checkout.root().resolve("samples/estate")).estate();

  @Test
  void what_a_plan_saves_and_nobody_named_is_told() {
    List<String> told = inputs().unnamed(named(Map.of(), Map.of()));

    assertThat(told).hasSize(2).allMatch(it -> it.startsWith("not saved, though a plan"));
    assertThat(told.getFirst()).endsWith(": redis; name it by --redis");
    assertThat(told.getLast()).contains("traefik, ", "dns").endsWith("; name it by --repository");
  }

  @Test
  void what_was_named_is_not() {
    Map<String, String> redis = Map.of("redis", "redis://cache:6379");
    Map<String, Path> traefik = Map.of("traefik", Path.of("/srv/traefik"));

    assertThat(inputs().unnamed(named(redis, traefik)))
        .singleElement()
        .asString()
        .doesNotContain("redis", "traefik");
  }

  private static SurroundingInputs inputs() {
    Environment environment = ESTATE.find(Environment.class, "core-production").orElseThrow();
    return new SurroundingInputs(ESTATE, environment, false);
  }

  private static RunBackup.Surroundings named(
      Map<String, String> redis, Map<String, Path> repositories) {
    return new RunBackup.Surroundings(redis, Map.of(), null, repositories, Map.of(), null);
  }
}
