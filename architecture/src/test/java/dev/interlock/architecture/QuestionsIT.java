package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of {@code init}, answered at a terminal as people answer. */
class QuestionsIT {

  @TempDir Path scratch;

  @BeforeEach
  void a_terminal() throws Exception {
    Terminal.require();
    Program.prepare();
  }

  private Program.Ended answered(String... answers) throws Exception {
    String command =
        "'%s/interlock' init --from '%s/samples/newcomer-compose' --out draft"
            .formatted(Program.ROOT, Program.ROOT);
    return Terminal.run(scratch, Map.of("NO_COLOR", "1"), command, List.of(answers));
  }

  private String drafted(String file) throws Exception {
    var check =
        Program.interlock(Map.of(), "estate", "check", scratch.resolve("draft/estate").toString());
    assertThat(check.exit()).as(check.out() + check.err()).isZero();
    return Files.readString(scratch.resolve("draft/estate").resolve(file));
  }

  @Test
  void nonsense_gets_a_hint_and_the_right_answer_counts() throws Exception {
    var ended =
        answered(
            "all day", "\t:{[#\u00e4", "1", "Owen", "Cork=Europe/Dublni", "Cork=Europe/Dublin");
    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(ended.out())
        .contains("\"all day\" is not days and hours", "There is no time zone \"Europe/Dublni\"");
    assertThat(drafted("sites.yaml"))
        .contains("timeZone: Europe/Dublin\n", "start: \"06:00\"")
        .doesNotContain("unknown: shifts");
  }

  @Test
  void nothing_but_nonsense_leaves_marked_gaps() throws Exception {
    String[] nonsense = Collections.nCopies(40, "-- '\"; $(x) \u2603").toArray(String[]::new);
    var ended = answered(nonsense);
    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(drafted("sites.yaml")).contains("unknown: shifts");
  }

  @Test
  void ctrl_d_leaves_the_rest_open() throws Exception {
    var ended = answered("2", Terminal.CTRL_D);
    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("Who answers").doesNotContain("How long may");
    assertThat(drafted("sites.yaml")).contains("start: \"00:00\"");
  }
}
