package dev.interlock.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Test
  void what_the_server_says_is_out_while_it_runs() {
    var out = new ByteArrayOutputStream();
    List<String> seen = new ArrayList<>();
    RememberingServer.meanwhile = () -> seen.add(out.toString(StandardCharsets.UTF_8));
    try {
      var nothing = new ByteArrayInputStream(new byte[0]);
      Main.run(List.of("up"), nothing, out, out, Map.of(), InstantSource.system());
    } finally {
      RememberingServer.meanwhile = () -> {};
    }
    assertThat(seen).singleElement().asString().contains("port=8080");
  }
}
