package dev.interlock.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import dev.interlock.usecases.PrepareChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate does while a server is away, behind, or says something odd. */
class RemoteGateTest {

  private static final Path CHANGE = Checkout.samples().resolve("changes/label-layout.yaml");
  private static final String SHOW = "GET /changes/label-layout";
  private static final String ASK = "POST /changes/label-layout/decision";

  private final String digest = new PrepareChange().run(CHANGE).request().digest();
  private final StubServer server = StubServer.start();

  @BeforeEach
  void start() {
    server.json(SHOW, detail(digest));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String detail(String digest) {
    return """
    {"change": {"name": "label-layout", "title": "T", "environment": "e", "version": 3,
      "digest": "%s"}}
    """
        .formatted(digest);
  }

  private static String decision(String digest, String word, String pack) {
    return """
    {"decision": "%s", "digest": "%s", "tier": "low", "at": "2026-11-21T10:00:00Z",
     "notBefore": null, "expires": "2026-11-21T11:00:00Z", "contacts": [], "missing": [],
     "pack": "%s"}
    """
        .formatted(word, digest, pack);
  }

  private String decision(String word) {
    return decision(digest, word, "/api/v1/changes/label-layout/decisions/7/pack");
  }

  private CliRun gate(String... more) {
    List<String> words = new ArrayList<>(List.of("gate", CHANGE.toString()));
    words.add("--server=" + server.url());
    words.addAll(List.of(more));
    return CliRun.with(Map.of("INTERLOCK_TOKEN", "ilk_t"), words.toArray(String[]::new));
  }

  private long asked(String line) {
    return server.asked().stream().filter(asked -> asked.line().equals(line)).count();
  }

  @Test
  void while_it_waits_it_asks_again_after_an_outage() {
    server.problem(ASK, 503, "{\"detail\":\"restarting\"}");
    server.json(ASK, decision("wait")).json(ASK, decision("go"));
    CliRun run = gate("--wait=PT5M", "--format=json");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("\"decision\": \"go\"");
    assertThat(asked(ASK)).isEqualTo(3);
  }

  @Test
  void without_waiting_an_outage_ends_it() {
    server.problem(ASK, 503, "{\"detail\":\"restarting\"}").json(ASK, decision("go"));
    assertThat(gate().exit()).isEqualTo(3);
    assertThat(asked(ASK)).isEqualTo(1);
    assertThat(gate().exit()).isZero();
    assertThat(asked("PUT /changes/label-layout")).isZero();
  }

  @Test
  void a_decision_on_another_version_is_none_on_this() {
    server.json(ASK, decision("sha256:00", "go", "/api/v1/changes/label-layout/decisions/7/pack"));
    CliRun run = gate();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[CLI040]");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_pack_elsewhere_and_an_unknown_word_are_not_believed() {
    server.json(ASK, decision(digest, "go", "https://elsewhere.invalid/pack"));
    server.json(ASK, decision("perhaps"));
    assertThat(gate().err()).contains("[CLI039]");
    CliRun odd = gate();
    assertThat(odd.exit()).isEqualTo(3);
    assertThat(odd.err()).contains("[CLI039]");
  }

  @Test
  void options_of_here_and_there_do_not_mix() {
    assertThat(gate("--estate=.").err()).contains("--server decides with its own estate");
    assertThat(gate("--wait=-PT1S").err()).contains("--wait can't be");
    CliRun here = CliRun.of("gate", CHANGE.toString(), "--estate=.", "--wait=PT1S");
    assertThat(here.err()).contains("--wait belongs to --server");
    assertThat(server.asked()).isEmpty();
  }
}
