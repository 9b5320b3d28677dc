package dev.interlock.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import org.junit.jupiter.api.Test;

/** What the command line makes of {@code up}. */
class UpCommandTest {

  @Test
  void begins_with_the_sample_on_this_machine_alone() {
    CliRun run = CliRun.of("up");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("samples/estate", "samples/changes", "samples/evidence", "trustOwnKey=true")
        .contains("port=8080, address=127.0.0.1, data=.interlock/server");
  }

  @Test
  void an_estate_of_ones_own_decides_itself_which_keys_count() {
    CliRun run = CliRun.of("up", "--estate", "governance", "--port", "0");

    assertThat(run.out()).contains("estate=governance, changes=null", "trustOwnKey=false");
  }

  @Test
  void a_sample_of_an_estate_and_an_impossible_port_are_refused() {
    assertThat(CliRun.of("up", "--sample", "--estate", "x").exit()).isEqualTo(2);
    assertThat(CliRun.of("up", "--port", "65536").err()).contains("65536 is no port");
  }
}
