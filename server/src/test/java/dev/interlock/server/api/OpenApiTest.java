package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Golden;
import dev.interlock.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** The description of the API that is checked in, and what else everybody may read. */
@Tag("slow")
class OpenApiTest {

  private static final Path CHECKED_IN =
      Path.of("src/main/resources/dev/interlock/server/api/openapi.yaml");
  private static final String ENABLED = "springdoc.api-docs.enabled";
  private static final String FIRST_ENTRY = "/ledger/entries/0";

  @TempDir static Path data = Path.of("");

  private static TestServer server;
  private static ApiClient client;

  @BeforeAll
  static void start() {
    System.setProperty(ENABLED, "true");
    server = TestServer.start(data);
    client = ApiClient.of(server, "reader");
  }

  @AfterAll
  static void stop() {
    System.clearProperty(ENABLED);
    server.close();
  }

  @Test
  void the_description_that_is_checked_in_and_served_is_that_of_the_routes() throws Exception {
    String derived = new String(derived(), StandardCharsets.UTF_8);
    assertThat(derived).contains("openapi: 3.1", "/api/v1/changes/{name}/decision:");
    Golden.assertMatches(CHECKED_IN, derived);
    assertThat(client.get("/openapi.yaml").text()).isEqualTo(Files.readString(CHECKED_IN));
  }

  private static byte[] derived() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/openapi.yaml");
    return server
        .bean(OpenApiWebMvcResource.class)
        .openapiYaml(request, "/api/v1/openapi.yaml", Locale.ENGLISH);
  }

  @Test
  void the_estate_is_shown_document_by_document() {
    var estate = client.get("/estate").json();
    assertThat(estate.at("/documents/Plant").asInt()).isEqualTo(3);
    assertThat(client.get("/estate/documents?kind=Plant").json()).hasSize(3);
    JsonNode key = client.get("/estate/documents/TrustedKey/this-server").json();
    assertThat(key.at("/spec/signsIn").asBoolean()).isTrue();
    assertThat(client.get("/estate/documents/Plant/nowhere").status()).isEqualTo(404);
    assertThat(client.get("/estate/environments").json()).isNotEmpty();
  }

  @Test
  void the_ledger_proves_what_it_holds() {
    client.send("POST", "/changes/label-layout/decision", "");
    var entries = client.get("/ledger/entries?limit=5").json();
    assertThat(entries.get("size").asLong()).isPositive();
    assertThat(client.get(FIRST_ENTRY).text()).isEqualTo(entries.at("/items/0/content").asString());
    assertThat(client.get(FIRST_ENTRY + "/proof").text()).startsWith("c2sp.org/tlog-proof@v1");
    assertThat(client.get("/ledger/checkpoint").text()).startsWith("interlock/server\n");
    assertThat(client.get("/ledger/consistency?from=1&to=1").status()).isEqualTo(200);
    assertThat(client.get("/ledger/consistency?from=2&to=1").status()).isEqualTo(400);
    assertThat(client.get("/ledger/entries/999999").status()).isEqualTo(404);
    assertThat(client.get("/ledger/pack?entries=0").header("Content-Type"))
        .isEqualTo("application/zip");
  }

  @Test
  void manifests_are_checked_and_windows_found() {
    String pod = "apiVersion: v1\\nkind: Pod\\nmetadata:\\n  name: p\\nspec:\\n  containers: []\\n";
    var check = client.send("POST", "/checks", "{\"files\":{\"p.yaml\":\"" + pod + "\"}}").json();
    assertThat(check.at("/summary/resources").asInt()).isEqualTo(1);
    assertThat(client.get("/changes/tenant-field-service/check").json().get("findings"))
        .isNotEmpty();
    var window = client.get("/windows/next?environment=core-production&duration=PT1H").json();
    assertThat(window.get("answer").asString()).isIn("found", "none");
    var nowhere = client.get("/windows/next?environment=nowhere");
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.json().toString()).contains("nowhere").doesNotContain("samples/estate");
    assertThat(client.get("/windows/next?environment=core-production&duration=long").status())
        .isEqualTo(400);
  }

  @Test
  void findings_on_all_changes_are_filtered_and_come_in_parts() {
    JsonNode all = client.get("/findings?limit=1").json();
    assertThat(all.get("findings")).hasSize(1);
    assertThat(all.get("total").asLong()).isEqualTo(all.get("all").asLong()).isGreaterThan(1);
    String more = "/findings?limit=1&cursor=" + all.get("next").asString();
    assertThat(client.get(more).json().get("findings")).isNotEqualTo(all.get("findings"));

    JsonNode some = client.get("/findings?severity=critical&limit=500").json();
    assertThat(some.get("findings"))
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.at("/finding/severity").asString()).isEqualTo("critical"));
    assertThat(client.get("/findings?severity=purple").json().get("code").asString())
        .isEqualTo("SRV013");
    assertThat(client.get("/findings?change=no-such").status()).isEqualTo(404);
  }
}
