package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the launcher builds, in a small checkout of its own with a Maven and a Java that only note
 * that they were called.
 */
class LauncherBuildIT {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo built >>"$PWD/builds"
      [ ! -e "$PWD/during" ] || . "$PWD/during"
      mkdir -p cli/target/dist/lib
      echo jar >cli/target/dist/lib/interlock.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      for word in "$@"; do
        case $word in
        -XX:AOTCacheOutput=*)
          echo trained >>"$PWD/trainings"
          [ ! -e "$PWD/slowly" ] || sleep 0.5
          echo cache >"${word#*=}"
          exit 0
          ;;
        esac
      done
      echo "ran $*, called $INTERLOCK_NAME"
      """;

  private static final List<String> FILES =
      List.of("interlock", "launcher/jdk.sh", "launcher/build.sh", "launcher/server.sh");

  /** What the launcher calls, but no Maven. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "dirname",
          "find",
          "flock",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "tail",
          "touch",
          "tr");

  @TempDir Path scratch;
  private Path checkout;

  @BeforeEach
  void a_checkout_in_a_folder_with_spaces() throws IOException {
    checkout = scratch.resolve("my check out");
    Files.createDirectories(checkout.resolve("cli/src/main"));
    Files.createDirectories(checkout.resolve("launcher"));
    for (String file : FILES) {
      Files.copy(Program.ROOT.resolve(file), checkout.resolve(file));
    }
    for (String file : List.of("pom.xml", "cli/pom.xml", "cli/src/main/Main.java")) {
      Files.writeString(checkout.resolve(file), "source");
    }
    Path jdk = Files.createDirectories(scratch.resolve("jdk 25/bin")).getParent();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(Files.createDirectories(scratch.resolve("bin")).resolve("mvn"), MAVEN);
  }

  @Test
  void builds_once_and_then_starts_at_once() throws Exception {
    assertThat(start().out()).contains("dev.interlock.cli.Main", "called " + checkout);
    var second = start();
    assertThat(second.exit()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isOne();
  }

  @Test
  void two_at_once_build_once() throws Exception {
    Files.writeString(checkout.resolve("during"), "sleep 0.3");
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Program.Ended> one = this::start;
      for (Future<Program.Ended> ended : threads.invokeAll(List.of(one, one))) {
        assertThat(ended.get().exit()).isZero();
      }
    }
    assertThat(builds()).isOne();
  }

  @Test
  void two_at_once_train_once() throws Exception {
    start();
    Files.writeString(checkout.resolve("slowly"), "");
    Files.writeString(checkout.resolve("cli/target/dist/lib/interlock.jar"), "another jar");
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Program.Ended> one = this::start;
      for (Future<Program.Ended> ended : threads.invokeAll(List.of(one, one))) {
        assertThat(ended.get().exit()).isZero();
      }
    }
    assertThat(checkout.resolve("trainings")).content().hasLineCount(3);
  }

  @Test
  void a_lock_that_nobody_can_hold_keeps_no_command_from_running() throws Exception {
    Files.createDirectories(checkout.resolve("cli/target/dist/training.lock"));

    var started = start();

    assertThat(started.exit()).isZero();
    assertThat(started.out()).contains("dev.interlock.cli.Main");
    assertThat(checkout.resolve("trainings")).content().hasLineCount(2);
  }

  @Test
  void a_source_dated_in_the_future_is_built_once() throws Exception {
    FileTime far = FileTime.from(Instant.parse("2099-01-01T00:00:00Z"));
    Files.setLastModifiedTime(checkout.resolve("cli/src/main/Main.java"), far);
    start();
    start();
    assertThat(builds()).isOne();
  }

  @Test
  void what_is_edited_during_a_build_is_built_next_time() throws Exception {
    // As long as a tick of the clock that dates files, at least: a real build is longer, too.
    Files.writeString(checkout.resolve("during"), "sleep 0.1; echo edited >cli/src/main/Main.java");
    start();
    Files.delete(checkout.resolve("during"));
    start();
    start();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void builds_with_the_wrapper_where_there_is_no_maven() throws Exception {
    Path tools = Files.createDirectories(scratch.resolve("tools"));
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
    }
    script(checkout.resolve("mvnw"), MAVEN);
    var ended = run(checkout.resolve("interlock"), Map.of(), tools.toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(builds()).isOne();
  }

  @Test
  void a_build_that_was_killed_is_done_again() throws Exception {
    Files.writeString(checkout.resolve("during"), "mkdir -p cli/target/dist/lib; kill -9 $$");
    assertThat(start().exit()).isEqualTo(3);
    Files.delete(checkout.resolve("during"));
    assertThat(start().out()).contains("dev.interlock.cli.Main");
  }

  @Test
  void runs_behind_a_link_from_elsewhere_on_a_poor_terminal_without_a_home() throws Exception {
    Path link = Files.createSymbolicLink(scratch.resolve("il"), checkout.resolve("interlock"));
    var ended = run(link, Map.of("HOME", "", "TERM", "dumb"));
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("called " + link);
  }

  private Program.Ended start() throws Exception {
    return run(checkout.resolve("interlock"), Map.of());
  }

  private Program.Ended run(Path program, Map<String, String> more) throws Exception {
    return run(program, more, scratch.resolve("bin") + ":/usr/bin:/bin");
  }

  private Program.Ended run(Path program, Map<String, String> more, String path) throws Exception {
    Map<String, String> env = new HashMap<>(more);
    env.put("JAVA_HOME", scratch.resolve("jdk 25").toString());
    env.put("PATH", path);
    return Program.run(scratch, env, List.of(program.toString(), "--version"));
  }

  private long builds() throws IOException {
    return Files.readAllLines(checkout.resolve("builds")).size();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
