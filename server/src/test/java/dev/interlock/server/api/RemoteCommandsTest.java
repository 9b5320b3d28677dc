package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.CommandLine.Run;
import dev.interlock.server.security.AccountRole;
import dev.interlock.testkit.SampleKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command line and the server say to each other. */
@Tag("slow")
class RemoteCommandsTest {

  private static final Path SAMPLES = Checkout.samples();
  private static final String LABELS = "label-layout";

  /** When the sample's server begins. */
  private static final String NOW = "2026-11-21T22:30:00Z";

  @TempDir static Path data = Path.of("");
  @TempDir private Path folder = Path.of("");

  private static TestServer server;
  private static ApiClient pipeline;
  private static CommandLine program;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
    pipeline = ApiClient.of(server, "pipeline");
    program = pipeline.commandLine();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The sample's change under another name, its manifest where the change says. */
  private Path change(String name, String more) throws IOException {
    Path manifest = folder.resolve("manifests/core-production/odoo.yaml");
    Path change = folder.resolve("changes/c.yaml");
    Files.createDirectories(manifest.getParent());
    Files.createDirectories(change.getParent());
    Files.copy(SAMPLES.resolve("manifests/core-production/odoo.yaml"), manifest);
    String text = Files.readString(SAMPLES.resolve("changes/" + LABELS + ".yaml"));
    Files.writeString(change, text.replace("name: " + LABELS, "name: " + name) + more);
    return change;
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** Files the change and what it costs, so that nothing but people is missing. */
  private Path priced(String name) throws IOException {
    Path change = change(name, "");
    assertThat(program.there("gate", change.toString()).err()).isEqualTo("Filed " + name + "\n");
    String digest = pipeline.get("/changes/" + name).json().at("/change/digest").asString();
    Path cost = folder.resolve("cost.yaml");
    Files.writeString(
        cost,
        "budget: core-platform\nperiod: 2026-11\nchange: %s\nchangeDigest: %s\nmonthlyDelta: 0.00 EUR\nat: %s\n"
            .formatted(name, digest, NOW));
    Path key = folder.resolve("cost.key");
    SampleKeys.of("cost-review").writeTo(key);
    Path signed = folder.resolve("cost.json");
    String out = "--out=" + signed;
    Run sign =
        program.here("evidence", "sign", cost.toString(), "--kind=cost", "--key=" + key, out);
    assertThat(sign.exit()).as(sign.toString()).isZero();
    Run sent = program.there("evidence", "send", signed.toString());
    assertThat(sent.out()).as(sent.toString()).isEqualTo(signed + ": counts\n");
    return change;
  }

  private Path serverKey() throws IOException {
    Path key = folder.resolve("server.pub");
    Files.writeString(key, pipeline.get("/ledger").json().get("key").asString());
    return key;
  }

  @Test
  void the_gate_files_a_change_once_and_again_when_it_was_edited() throws IOException {
    Path change = priced("gate-a");
    Run first = program.there("gate", change.toString());
    assertThat(first.exit()).as(first.toString()).isEqualTo(1);
    assertThat(first.err()).isEmpty();
    assertThat(first.out())
        .startsWith("WAIT  gate-a: Pallet label layout for Joliet\n")
        .contains(
            "release-manager-deputy signs in and answers at\n    "
                + program.url()
                + "/changes/gate-a\n");
    Run again = program.there("gate", change.toString(), "--format=json");
    assertThat(again.err()).isEmpty();
    JsonNode there = pipeline.get("/changes/gate-a/decision").json();
    assertThat(json(again.out()).get("decision")).isEqualTo(there.get("decision"));
    assertThat(json(again.out()).get("contacts")).hasSize(there.get("contacts").size());
    Files.writeString(change, Files.readString(change) + "# once more\n");
    assertThat(program.there("gate", change.toString()).err())
        .startsWith("Filed version 2 of gate-a");
    assertThat(pipeline.get("/changes/gate-a").json().at("/change/version").asInt()).isEqualTo(2);
  }

  @Test
  void it_waits_until_people_agreed_and_brings_the_pack() throws IOException {
    Path change = priced("gate-b");
    Path pack = folder.resolve("out/go.zip");
    var waiting =
        CompletableFuture.supplyAsync(
            () -> program.there("gate", change.toString(), "--wait=PT2M", "--pack=" + pack));
    for (JsonNode seat : pipeline.get("/changes/gate-b/decision").json().get("missing")) {
      Run run = approve(change, seat);
      assertThat(run.exit()).as(run.toString()).isZero();
      assertThat(run.out()).startsWith("Approved gate-b (sha256:");
    }
    Run gone = waiting.join();
    assertThat(gone.exit()).as(gone.toString()).isZero();
    assertThat(gone.out()).startsWith("GO  gate-b");
    assertThat(program.here("gate", "--replay", pack.toString()).exit()).isZero();
    Path key = serverKey();
    assertThat(program.here("ledger", "verify", pack.toString(), "--key", key.toString()).exit())
        .isZero();
    Run taken = program.there("gate", change.toString(), "--pack=" + pack);
    assertThat(taken.exit()).isEqualTo(2);
    assertThat(taken.err()).contains("the file exists");
  }

  private Run approve(Path change, JsonNode seat) throws IOException {
    String person = seat.get("candidates").get(0).asString();
    Path key = folder.resolve(person + ".key");
    SampleKeys.of(person).writeTo(key);
    return program.there(
        "approve",
        change.toString(),
        "--person=" + person,
        "--role=" + seat.get("role").asString(),
        seat.hasNonNull("plant") ? "--plant=" + seat.get("plant").asString() : "--comment=seen",
        "--at=" + NOW,
        "--key=" + key);
  }

  @Test
  void an_answer_is_for_the_version_that_lies_here_and_by_a_key_that_counts() throws IOException {
    Path change = change("gate-c", "");
    Path key = folder.resolve("stranger.key");
    SampleKeys.of("stranger").writeTo(key);
    String[] words = {
      "approve",
      change.toString(),
      "--person=release-manager",
      "--role=release-manager",
      "--key=" + key,
    };
    assertThat(program.there(words).err()).contains("[REG001]");
    program.there("gate", change.toString());
    Run stranger = program.there(words);
    assertThat(stranger.exit()).as(stranger.toString()).isEqualTo(1);
    assertThat(stranger.out()).startsWith("Signed and filed, but it does not count, because ");
    Files.writeString(change, Files.readString(change) + "# edited\n");
    Run edited = program.there(words);
    assertThat(edited.exit()).isEqualTo(2);
    assertThat(edited.err()).contains("[CLI040]");
  }

  @Test
  void mistakes_are_told_by_the_names_that_the_user_knows() throws IOException {
    Path change = change("gate-d", "");
    String text = Files.readString(change);
    Files.writeString(change, text.replace("core-production\n  services", "nowhere\n  services"));
    Run run = program.there("gate", change.toString());
    assertThat(run.exit()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).startsWith(change + ":9:16: error: ").contains("nowhere");
    Files.writeString(change, text.replace("../manifests/core-production", "../gone"));
    assertThat(program.there("gate", change.toString()).err()).contains("there is no");
  }

  @Test
  void changes_are_listed_shown_and_withdrawn() throws IOException {
    assertThat(program.there("gate", change("gate-e", "").toString()).exit()).isEqualTo(1);
    assertThat(program.there("changes", "list").out())
        .contains("gate-e: Pallet label layout", " changes\n");
    JsonNode all = json(program.there("changes", "list", "--format=json").out());
    assertThat(all).hasSize(pipeline.get("/changes?limit=500").json().get("total").asInt());
    Run withdrawn = program.there("changes", "withdraw", "gate-e", "--reason=superseded");
    assertThat(withdrawn.out()).isEqualTo("Withdrawn: gate-e\n");
    assertThat(program.there("changes", "show", "gate-e").out())
        .contains("withdrawn", "reason superseded", "manifests/core-production/odoo.yaml");
    assertThat(json(program.there("changes", "show", "gate-e", "--format=json").out()))
        .isEqualTo(pipeline.get("/changes/gate-e").json());
    Run twice = program.there("changes", "withdraw", "gate-e", "--reason=again");
    assertThat(twice.exit()).isEqualTo(2);
    assertThat(twice.err()).contains("[REG004]");
    assertThat(program.there("changes", "show", "nothing").err()).contains("[REG001]");
  }

  @Test
  void evidence_is_sent_once_and_what_is_none_is_refused() throws IOException {
    Path good = SAMPLES.resolve("evidence/traefik-upgrade");
    Path piece;
    try (var files = Files.list(good)) {
      piece = files.sorted().findFirst().orElseThrow();
    }
    int before = pipeline.get("/evidence").json().size();
    Run sent = program.there("evidence", "send", piece.toString());
    assertThat(sent.exit()).as(sent.toString()).isZero();
    assertThat(sent.out()).isEqualTo(piece + ": counts\n");
    int after = pipeline.get("/evidence").json().size();
    assertThat(program.there("evidence", "send", piece.toString())).isEqualTo(sent);
    assertThat(pipeline.get("/evidence").json().size())
        .isEqualTo(after)
        .isBetween(before, before + 1);
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{}");
    Run refused = program.there("evidence", "send", broken.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).startsWith(broken + ": error: ").contains("[REG010]");
  }

  @Test
  void a_window_is_told_there_as_it_is_told_here() {
    String[] asked = {
      "window", "next", "--environment=core-production", "--from=2026-11-23T06:00:00Z", "--tier="
    };
    for (String format : new String[] {"--format=text", "--format=json"}) {
      for (String tier : new String[] {"low", "high"}) {
        String[] words = asked.clone();
        words[4] = "--tier=" + tier;
        Run there = program.there(words[0], words[1], words[2], words[3], words[4], format);
        String estate = "--estate=" + SAMPLES.resolve("estate");
        Run here = program.here(words[0], words[1], words[2], words[3], words[4], format, estate);
        assertThat(there.out()).isNotEmpty().isEqualTo(here.out());
        assertThat(there.exit()).isEqualTo(here.exit());
      }
    }
  }

  @Test
  void the_ledger_is_verified_here_against_what_was_kept() throws IOException {
    String key = "--key=" + serverKey();
    Path kept = folder.resolve("kept.txt");
    Run first = program.there("ledger", "verify", key, "--keep=" + kept);
    assertThat(first.exit()).as(first.toString()).isZero();
    assertThat(first.out())
        .startsWith("HOLDS  interlock/server\n")
        .contains("Nothing was compared");
    program.there("gate", change("gate-f", "").toString());
    Run later = program.there("ledger", "verify", key, "--since=" + kept);
    assertThat(later.exit()).as(later.toString()).isZero();
    assertThat(later.out()).contains("Continues the kept checkpoint");
    Path other = folder.resolve("other.pub");
    Files.writeString(other, SampleKeys.of("stranger").verificationKey().toPem());
    Run foreign = program.there("ledger", "verify", "--key=" + other, "--format=json");
    assertThat(foreign.exit()).isEqualTo(1);
    assertThat(json(foreign.out()).at("/holds").asBoolean()).isFalse();
    assertThat(json(foreign.out()).at("/problems/0").asString()).startsWith("no key");
  }

  @Test
  void a_token_that_may_not_is_told_so() throws IOException {
    String change = change("gate-g", "").toString();
    CommandLine viewer =
        ApiClient.of(server, "looks", Set.of(AccountRole.VIEWER), Set.of()).commandLine();
    Run looks = viewer.there("gate", change);
    assertThat(looks.exit()).isEqualTo(2);
    assertThat(looks.err()).contains("[CLI034]");
    CommandLine elsewhere =
        ApiClient.of(server, "stages", Set.of(AccountRole.REQUESTER), Set.of("core-staging"))
            .commandLine();
    assertThat(elsewhere.there("gate", change).err()).contains("does not reach core-production");
    CommandLine stranger = new CommandLine(program.url(), "ilk_unknown", "");
    assertThat(stranger.there("gate", change).err()).contains("[CLI033]");
    assertThat(pipeline.get("/changes/gate-g").status()).isEqualTo(404);
  }
}
