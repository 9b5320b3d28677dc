package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.remote.StubServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drills that a server ran, and one that it is asked for. */
class RemoteDrillsTest {

  private static final String PROVEN = "GET /drills/proven";

  private final StubServer server = StubServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private CliRun drill(String... words) {
    List<String> all = new ArrayList<>(List.of("drill"));
    all.addAll(Arrays.asList(words));
    all.add("--server=" + server.url());
    return CliRun.with(Map.of("INTERLOCK_TOKEN", "ilk_t"), all.toArray(String[]::new));
  }

  private static String proven(String name, String key, String rto, String outcome) {
    return """
    {"evidence": "%1$s", "digest": "sha256:%2$s", "key": %3$s, "reason": %4$s,
     "promised": [{"process": "sales", "displayName": "Sales", "rto": "PT1H", "rpo": "PT15M"}],
     "drill": {"environment": "core", "backup": "nightly", "verified": true,
       "processes": [{"process": "sales", "rto": "%5$s", "rpo": "PT4M"}],
       "begun": "2026-11-20T20:00:00Z", "point": "2026-11-20T19:00:00Z",
       "lostAt": "2026-11-20T19:04:00Z", "stages": [{"name": "restore", "length": "PT20M"}],
       "checks": [{"check": "odoo/is-odoo", "outcome": "%6$s", "message": "Odoo 19",
         "numbers": {"series": 19}}], "at": "2026-11-20T21:00:00Z"}}
    """
        .formatted(
            name,
            "0".repeat(64),
            key.isEmpty() ? "null" : '"' + key + '"',
            key.isEmpty() ? "\"no key of the estate signed it\"" : "null",
            rto,
            outcome);
  }

  private void two() {
    server.json(
        PROVEN,
        "["
            + proven("register/drill-2.json", "runner", "PT50M", "pass")
            + ","
            + proven("register/drill-1.json", "", "PT2H", "fail")
            + "]");
  }

  @Test
  void they_are_listed_with_what_they_kept_and_whether_they_count() {
    two();

    CliRun run = drill("list");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines())
        .contains(
            "Fri 2026-11-20 21:00 UTC  core  verified, 1 of 1 objectives kept "
                + " register/drill-2.json",
            "Fri 2026-11-20 21:00 UTC  core  verified, 0 of 1 objectives kept, does not count "
                + " register/drill-1.json",
            "2 drills");
    assertThat(drill("list", "--format=json").out()).contains("\"counts\": true");
  }

  @Test
  void one_is_shown_by_its_name_there() {
    two();

    CliRun kept = drill("show", "register/drill-2.json");
    CliRun missed = drill("show", "register/drill-1.json");
    CliRun none = drill("show", "register/drill-9.json");

    assertThat(kept.exit()).as(kept.toString()).isZero();
    assertThat(kept.out())
        .contains("counts, signed by key runner", "kept  Sales: back after 50 min");
    assertThat(missed.exit()).isEqualTo(1);
    assertThat(missed.out()).contains("does not count: no key of the estate signed it");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("the server has no such drill");
  }

  @Test
  void two_are_compared() {
    two();

    CliRun run = drill("compare", "register/drill-1.json", "register/drill-2.json");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("sales, back after: 2 h -> 50 min", "FAIL -> pass     odoo/is-odoo");
  }

  private static String state(String state, String stage, String note) {
    return """
    {"id": "4c0a7e9e-0000-0000-0000-000000000001", "environment": "core", "state": "%s",
     "evidence": %s, "note": "%s",
     "progress": {"stage": "%s", "done": 1, "total": 4, "passed": 0, "failed": 0, "unknown": 0}}
    """
        .formatted(state, state.equals("done") ? "\"register/drill-2.json\"" : "null", note, stage);
  }

  private CliRun started(String last) {
    String id = "GET /drills/4c0a7e9e-0000-0000-0000-000000000001";
    server.json("POST /drills", state("wanted", "", ""));
    server.json(id, state("running", "restore", ""));
    server.problem(id, 503, "{\"detail\": \"restarting\"}");
    server.json(id, last);
    return drill("run", "--environment=core");
  }

  @Test
  void one_that_was_asked_for_is_followed_to_its_end_and_told() {
    two();

    CliRun run = started(state("done", "", "the store may only be read"));

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Drill of core", "1 of 1 objectives kept");
    assertThat(run.err()).contains("it goes on without this program", "the store may only be read");
    assertThat(server.asked().getFirst().body()).contains("\"environment\": \"core\"");
  }

  @Test
  void one_that_breaks_off_says_nothing_about_the_backup() {
    CliRun run = started(state("failed", "", "No space left on device"));

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("did not come to its end: No space left on device");
  }

  @Test
  void what_the_server_would_not_heed_is_refused() {
    CliRun run =
        drill("run", "--environment=core", "--from=/backups", "--lost-at=2026-11-20T10:00:00Z");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("leave away --from, --lost-at");
    assertThat(drill("list", "evidence").exit()).isEqualTo(2);
    assertThat(drill("show", "x", "--estate=estate").exit()).isEqualTo(2);
    assertThat(server.asked()).isEmpty();
  }
}
