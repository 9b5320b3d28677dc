package dev.interlock.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.Main;
import dev.interlock.goldens.Checkout;
import dev.interlock.goldens.JavaProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command that asks no server loads nothing of what asks one. */
@Tag("slow")
class ColdStartTest {

  private static final String OURS = "dev.interlock.cli.remote.";
  private static final String HTTP = "java.net.http.";

  @Test
  void commands_without_a_server_load_no_class_that_speaks_http() throws Exception {
    Path samples = Checkout.samples();
    String change = samples.resolve("changes/label-layout.yaml").toString();
    String estate = samples.resolve("estate").toString();
    assertThat(loaded("gate", change, "--estate", estate)).isEmpty();
    assertThat(loaded("check", samples.resolve("manifests/scaling").toString())).isEmpty();
    assertThat(loaded("window", "next", "--help")).isEmpty();
    assertThat(loaded("changes", "show", "x", "--server", "http://127.0.0.1:1"))
        .anyMatch(name -> name.startsWith(OURS))
        .anyMatch(name -> name.startsWith(HTTP));
  }

  private static List<String> loaded(String... words) throws IOException, InterruptedException {
    ProcessBuilder builder =
        JavaProgram.of(List.of("-Xlog:class+load:stdout"), Main.class, (Object[]) words)
            .redirectErrorStream(true);
    builder.environment().put("INTERLOCK_TOKEN", "ilk_test");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(out).contains("dev.interlock.cli.Main source:");
    return out.lines().flatMap(ColdStartTest::name).toList();
  }

  private static Stream<String> name(String line) {
    int start = Math.max(line.indexOf(OURS), line.indexOf(HTTP));
    return start < 0 || !line.contains("source:")
        ? Stream.empty()
        : Stream.of(line.substring(start));
  }
}
