package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.accounts.FirstAdministrator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's password is shown once, and kept only as a hash. */
@Tag("slow")
class FirstAdministratorTest {

  @TempDir Path data;

  @Test
  void the_password_is_said_once_and_a_file_asks_for_another() throws Exception {
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    String first;
    try (TestServer server = TestServer.start(data)) {
      first = server.password();
      assertThat(server.said()).filteredOn(line -> line.contains(first)).hasSize(1);
      assertThat(lands(server, first)).isTrue();
    } finally {
      System.setErr(before);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain(first);
    assertThat(files()).noneMatch(file -> holds(file, first));

    Files.createFile(data.resolve(FirstAdministrator.RESET_FILE));
    try (TestServer server = TestServer.start(data)) {
      String second = server.password();
      assertThat(second).isNotEqualTo(first);
      assertThat(lands(server, first)).isFalse();
      assertThat(lands(server, second)).isTrue();
    }
    try (TestServer server = TestServer.start(data)) {
      assertThat(server.said()).noneMatch(line -> line.contains("password"));
    }
  }

  private static boolean lands(TestServer server, String password) {
    Browser browser = server.browser();
    browser.signIn("admin", password);
    return browser.get("/", "Accept", "text/html").statusCode() == 200;
  }

  private java.util.List<Path> files() throws java.io.IOException {
    try (Stream<Path> walk = Files.walk(data)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> !f.startsWith(data.resolve("binaries")))
          .toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
