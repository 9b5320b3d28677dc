package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.SampleChange;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that comes along is killed under its server. */
class EmbeddedKilledIT {

  private static final String READY = "/actuator/health/readiness";

  @TempDir Path data;

  @Test
  void it_is_started_again_with_its_data_and_dies_with_the_server() throws Exception {
    ProcessHandle last;
    try (TestServer server = TestServer.start(data)) {
      ApiClient program = ApiClient.of(server, "program");
      assertThat(program.send("POST", "/changes", SampleChange.body("before")).status())
          .isEqualTo(201);
      Raw raw = new Raw(server.running().url());
      for (int round = 0; round < 2; round++) {
        ProcessHandle killed = postmaster();
        killed.destroyForcibly();
        killed.onExit().get();
        await(raw, killed);
      }

      assertThat(program.get("/changes/before").status()).isEqualTo(200);
      assertThat(program.send("POST", "/changes", SampleChange.body("after")).status())
          .isEqualTo(201);
      last = postmaster();
    }
    last.onExit().get();
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  @Test
  void it_comes_back_when_what_is_left_of_the_old_one_lingers() throws Exception {
    try (TestServer server = TestServer.start(data)) {
      ProcessHandle killed = postmaster();
      ProcessHandle lingering = killed.children().findFirst().orElseThrow();
      signal("STOP", lingering);
      killed.destroyForcibly();
      killed.onExit().get();
      awaitRefusedStart();
      signal("CONT", lingering);

      await(new Raw(server.running().url()), killed);
    }
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    String number = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, number).start().waitFor()).isZero();
  }

  /** Until the data was seen to be in use. */
  private void awaitRefusedStart() throws Exception {
    Path log = data.resolve("postgresql.log");
    for (int looks = 0; looks < 1200; looks++) {
      if (Files.readString(log).contains("pre-existing shared memory block")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no start was refused:\n" + Files.readString(log));
  }

  /** Until another one serves. */
  private void await(Raw raw, ProcessHandle killed) throws Exception {
    Path file = data.resolve("postgresql/postmaster.pid");
    for (int looks = 0; looks < 1200; looks++) {
      boolean another = Files.exists(file) && pid(file) != killed.pid();
      if (another && raw.get(READY).status() == 200) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it never came back");
  }

  private ProcessHandle postmaster() throws Exception {
    return ProcessHandle.of(pid(data.resolve("postgresql/postmaster.pid"))).orElseThrow();
  }

  private static long pid(Path file) throws Exception {
    String first = Files.readString(file).lines().findFirst().orElse("").strip();
    return first.isEmpty() ? 0 : Long.parseLong(first);
  }
}
