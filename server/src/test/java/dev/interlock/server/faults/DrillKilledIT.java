package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.api.ApiClient;
import dev.interlock.server.drills.SavedOdoo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of a drill that was due. */
class DrillKilledIT {

  @TempDir Path folder;

  @Test
  void nothing_is_left_behind_and_it_is_drilled_again() throws Exception {
    SavedOdoo saved = SavedOdoo.in(folder, List.of("tenant-a"));
    Map<String, String> variables = new HashMap<>(saved.variables());
    variables.put("INTERLOCK_DRILLS_LOOK", "3s");
    try (Program program = Program.start(folder.resolve("server"), saved.estate(), variables)) {
      await(() -> !places(saved).isEmpty() && processes(saved) > 0);
      program.kill();

      await(() -> places(saved).isEmpty() && processes(saved) == 0);

      program.restart();
      Browser administrator = program.administrator();
      Browser robot = program.person(administrator, "", "robot", "operator");
      ApiClient client = program.token(robot, "operator");
      await(() -> client.get("/drills").json().at("/0/state").asString().equals("proven"));
      assertThat(states(program)).containsExactly("cut-off", "done");
      assertThat(places(saved)).isEmpty();
      assertThat(processes(saved)).isZero();
    }
  }

  private static List<String> states(Program program) throws IOException, SQLException {
    List<String> states = new ArrayList<>();
    try (var connection = program.database().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("SELECT state FROM server.drill ORDER BY asked_at")) {
      while (rows.next()) {
        states.add(rows.getString(1));
      }
    }
    return states;
  }

  private static List<Path> places(SavedOdoo saved) {
    if (!Files.isDirectory(saved.places())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(saved.places())) {
      return all.filter(it -> !it.endsWith("turn.lock")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever works in a place of a drill: its PostgreSQL, its guardian. */
  private static long processes(SavedOdoo saved) {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().orElse("").contains(saved.places().toString()))
        .count();
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }
}
