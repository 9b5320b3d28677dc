package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, seen from outside. */
class LauncherIT {

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"--version", "gate", "check"})
  void starts_from_the_cache_which_the_jvm_accepts(String command) throws Exception {
    // With AOTMode=on the JVM ends with an error when it rejects the cache.
    var ended = Program.interlock(Map.of("INTERLOCK_AOT_MODE", "on"), asked(command));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("interlock " + (command.startsWith("-") ? "" : command));
  }

  @ParameterizedTest
  @CsvSource({"--version, other-commands", "gate, decisions", "check, decisions"})
  void a_spoilt_cache_is_refused_in_that_mode(String command, String purpose) throws Exception {
    Program.prepare();
    Path cache = cache(purpose);
    byte[] good = Files.readAllBytes(cache);
    var time = Files.getLastModifiedTime(cache);
    try {
      Files.write(cache, new byte[] {1, 2, 3});
      var ended = Program.interlock(Map.of("INTERLOCK_AOT_MODE", "on"), asked(command));
      assertThat(ended.exit()).isNotZero();
    } finally {
      Files.write(cache, good);
      Files.setLastModifiedTime(cache, time);
    }
  }

  @Test
  void finds_its_jdk_without_java_home_and_behind_a_link() throws Exception {
    Program.prepare();
    Path link = Files.createSymbolicLink(scratch.resolve("il"), Program.ROOT.resolve("interlock"));
    var ended =
        Program.run(scratch, Map.of("JAVA_HOME", ""), List.of(link.toString(), "--version"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
  }

  @Test
  void finds_files_by_names_beyond_ascii_where_there_is_no_locale() throws Exception {
    Path manifest =
        Files.writeString(
            Files.createDirectories(scratch.resolve("Güssing")).resolve("ö.yaml"),
            "{apiVersion: v1, kind: Namespace, metadata: {name: x}}");
    var ended =
        Program.interlock(
            Map.of("LC_ALL", "C"), "check", manifest.toString(), "--fail-on", "critical");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
  }

  @Test
  void passes_over_a_java_home_that_is_too_old() throws Exception {
    Path old = scratch.resolve("jdk-17");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    for (String tool : List.of("java", "javac")) {
      Files.writeString(old.resolve("bin").resolve(tool), "#!/bin/sh\nexit 9\n");
      old.resolve("bin").resolve(tool).toFile().setExecutable(true);
    }
    var ended = Program.interlock(Map.of("JAVA_HOME", old.toString()), "--version");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void finds_a_jdk_that_homebrew_keeps() throws Exception {
    Path keg = scratch.resolve("homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home");
    Files.createDirectories(keg.resolve("bin"));
    Files.writeString(keg.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    for (String tool : List.of("java", "javac")) {
      Files.writeString(keg.resolve("bin").resolve(tool), "#!/bin/sh\n");
      assertThat(keg.resolve("bin").resolve(tool).toFile().setExecutable(true)).isTrue();
    }
    String search = Files.readString(Program.ROOT.resolve("launcher/jdk.sh"));
    Files.writeString(
        scratch.resolve("jdk.sh"),
        search
            .replace("/opt/homebrew/", scratch + "/homebrew/")
            .replaceAll("(?<= )/(usr|opt)/", "/nowhere/"));
    var ended =
        Program.run(
            scratch,
            Map.of("JAVA_HOME", "", "HOME", scratch.toString(), "PATH", emptyPath()),
            List.of("/bin/sh", "-c", ". ./jdk.sh; interlock_find_jdk && echo \"$INTERLOCK_JDK\""));
    assertThat(ended.out().strip()).isEqualTo(keg.toString());
  }

  @Test
  void says_what_to_install_where_there_is_no_jdk() throws Exception {
    // The part that looks for a JDK, with no place to look in.
    Path jdk = scratch.resolve("jdk.sh");
    Files.writeString(
        jdk,
        Files.readString(Program.ROOT.resolve("launcher/jdk.sh"))
            .replace("/usr/", "/nowhere/")
            .replace("/opt/", "/nowhere/")
            .replace("/Library/", "/nowhere/"));
    var ended =
        Program.run(
            scratch,
            Map.of("JAVA_HOME", "", "HOME", scratch.toString(), "PATH", emptyPath()),
            List.of("/bin/sh", "-c", ". ./jdk.sh; interlock_find_jdk"));
    assertThat(ended.exit()).isNotZero();
    assertThat(ended.err()).contains("no JDK 25").contains("hint: install one");
  }

  @Test
  void an_unknown_test_option_is_bad_usage() throws Exception {
    var ended = Program.interlock(Map.of(), "test", "--quick");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--quick").contains("--fast, --soak");
  }

  /** Folders with what the shell needs, but no java. */
  private String emptyPath() throws Exception {
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    for (String tool : List.of("dirname", "readlink", "cat")) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin").resolve(tool));
    }
    return bin.toString();
  }

  private static String[] asked(String command) {
    return command.startsWith("-") ? new String[] {command} : new String[] {command, "--help"};
  }

  private static Path cache(String purpose) throws Exception {
    try (var files = Files.list(Program.ROOT.resolve("cli/target/dist"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(purpose + "-\\d+\\.aot"))
          .findFirst()
          .orElseThrow();
    }
  }
}
