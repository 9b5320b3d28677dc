package dev.interlock.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an unfamiliar folder to a proven go, by typing exactly what the pages say. */
class FirstGoTest {

  private static final Instant SATURDAY = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;

  private List<Walk.Step> walk(String sample, String answers) throws IOException {
    Walk walk = new Walk(SATURDAY, "./interlock");
    String out = folder + "/gov ernance";
    Walk.Step init =
        walk.type("./interlock init --from ../samples/" + sample + " --out '" + out + "'", answers);
    assertThat(init.exit()).as(init.err()).isZero();
    return walk.follow(Files.readString(Path.of(out, "GAPS.md")));
  }

  private static void endsInGo(List<Walk.Step> steps) {
    assertThat(steps.getFirst().out()).startsWith("STOP");
    assertThat(steps.subList(1, steps.size())).filteredOn(step -> step.exit() != 0).isEmpty();
    assertThat(steps.stream().filter(step -> step.out().startsWith("GO")).toList()).hasSize(2);
    assertThat(steps.stream().map(Walk.Step::out).filter(out -> out.startsWith("SAME"))).hasSize(1);
    assertThat(steps.stream().map(Walk.Step::out).filter(out -> out.startsWith("HOLDS")))
        .hasSize(2);
  }

  @Test
  void a_cluster_on_azure_comes_to_a_go() throws IOException {
    endsInGo(walk("newcomer", "1\nLinz=Europe/Vienna\n8h\n1d\n12500.00 EUR\n"));
  }

  @Test
  void a_compose_file_alone_comes_to_a_go() throws IOException {
    endsInGo(
        walk(
            "newcomer-compose",
            "mon-fri 06:00-22:00\nOwen\nCork=Europe/Dublin\n8h\n1d\n900 EUR\n"));
  }
}
