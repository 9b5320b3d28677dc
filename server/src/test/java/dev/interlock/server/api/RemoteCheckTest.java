package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.CommandLine.Run;
import dev.interlock.server.security.AccountRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check by a server says what a check here says, in every format, to the last byte. */
@Tag("slow")
class RemoteCheckTest {

  private static final Path SAMPLES = Checkout.samples();
  private static final Path ESTATE = SAMPLES.resolve("estate");
  private static final Path MANIFESTS = SAMPLES.resolve("manifests");
  private static final List<String> FORMATS = List.of("text", "json", "sarif", "junit", "markdown");
  private static final Pattern CHANGE =
      Pattern.compile("environment: (\\S+).*?manifests: \\[([^]]+)]", Pattern.DOTALL);

  @TempDir static Path data = Path.of("");
  @TempDir private Path folder = Path.of("");

  private static TestServer server;
  private static CommandLine program;

  @BeforeAll
  static void start() {
    server = TestServer.start(data);
    program = ApiClient.of(server, "pipeline", Set.of(AccountRole.VIEWER), Set.of()).commandLine();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String[] words(String format, List<String> asked) {
    List<String> words = new ArrayList<>(List.of("check", "--format=" + format));
    words.addAll(asked);
    return words.toArray(String[]::new);
  }

  private static Run here(String format, List<String> asked) {
    List<String> words = new ArrayList<>(asked);
    words.add("--estate=" + ESTATE);
    return program.here(words(format, words));
  }

  /**
   * Where the estate lies is all that differs: here it has a folder that the user named, there only
   * paths in it.
   */
  private static String withoutFolder(String report) {
    return report.replace(ESTATE.toUri().toString(), "").replace(ESTATE + "/", "");
  }

  private static Run assertSame(List<String> asked) {
    Run last = new Run(0, "", "");
    for (String format : FORMATS) {
      Run here = here(format, asked);
      last = program.there(words(format, asked));
      assertThat(last.out()).as(asked + format).isNotEmpty().isEqualTo(withoutFolder(here.out()));
      assertThat(last.err()).as(asked + format).isEqualTo(here.err());
      assertThat(last.exit()).as(asked + format).isEqualTo(here.exit());
    }
    return last;
  }

  private static List<Path> changes() throws IOException {
    try (var files = Files.list(SAMPLES.resolve("changes"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void what_the_samples_changes_bring_is_judged_there_as_it_is_here() throws IOException {
    Set<List<String>> asked = new LinkedHashSet<>();
    for (Path change : changes()) {
      Matcher matcher = CHANGE.matcher(Files.readString(change));
      if (matcher.find()) {
        List<String> words = new ArrayList<>(List.of("--environment=" + matcher.group(1)));
        for (String manifest : matcher.group(2).split(", *")) {
          words.add(SAMPLES.resolve("changes").resolve(manifest).normalize().toString());
        }
        asked.add(words);
      }
    }
    assertThat(asked).hasSizeGreaterThan(8);
    asked.forEach(RemoteCheckTest::assertSame);
  }

  @Test
  void inventories_waivers_and_expired_waivers_are_told_in_full() {
    List<String> asked =
        List.of("--environment=core-production", "--complete", SAMPLES.resolve("azure").toString());
    assertSame(asked);
    assertThat(program.there(words("text", asked)).out())
        .contains("WAIVED HIGH  azure-storage-tls-version", "governance/waivers.yaml:");
  }

  @Test
  void templates_and_plans_are_judged_where_they_go() throws IOException {
    Path template = folder.resolve("t/main.json");
    Files.createDirectories(template.getParent());
    Files.writeString(
        template,
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0",
         "resources": [{"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01",
           "name": "[concat('st', resourceGroup().name, deployment().name)]",
           "location": "[resourceGroup().location]", "sku": {"name": "Standard_LRS"},
           "properties": {"minimumTlsVersion": "TLS1_0"}}]}
        """);
    Files.writeString(
        folder.resolve("t/plan.json"),
        """
        {"format_version": "1.2", "terraform_version": "1.9.8", "resource_changes": [
          {"address": "azurerm_storage_account.a", "mode": "managed", "name": "a",
           "type": "azurerm_storage_account", "change": {"actions": ["create"],
             "after": {"name": "sta", "resource_group_name": "rg", "min_tls_version": "TLS1_0"}}}]}
        """);
    List<String> asked =
        List.of(
            folder.resolve("t").toString(),
            "--environment=core-production",
            "--subscription=3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1005",
            "--resource-group=erp",
            "--location=northeurope",
            "--tenant=22222222-2222-2222-2222-222222222222",
            "--management-group=mg-corvane",
            "--deployment-name=monday");
    assertSame(asked);
    assertThat(program.there(words("json", asked)).out())
        .contains(
            "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1005/resourceGroups/erp/providers"
                + "/Microsoft.Storage/storageAccounts/sterpmonday");
    assertThat(program.there(words("text", asked)).out()).contains("Terraform: ");
  }

  @Test
  void a_threshold_and_a_file_for_the_report_are_as_they_are_here() throws IOException {
    List<String> asked = List.of(MANIFESTS.resolve("scaling").toString(), "--fail-on=critical");
    assertThat(assertSame(asked).exit())
        .isNotEqualTo(
            program
                .there("check", MANIFESTS.resolve("first-draft").toString(), "--fail-on=low")
                .exit());
    Path report = folder.resolve("out/check.sarif");
    List<String> kept = new ArrayList<>(asked);
    kept.add("--output=" + report);
    assertThat(program.there(words("sarif", kept)).out()).isEmpty();
    assertThat(Files.readString(report)).isEqualTo(program.there(words("sarif", asked)).out());
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void what_cannot_be_read_is_told_as_it_is_here() throws IOException {
    Path sample = MANIFESTS.resolve("core-production/odoo.yaml");
    write("mixed/b/odoo.yaml", Files.readString(sample));
    write("mixed/a.yaml", Files.readString(sample) + "---\nkind: [\n");
    write("mixed/packed.yaml.gz", "x");
    write("mixed/README.md", "apiVersion: prose\n");
    write("mixed/notes.txt", "prose\n");
    Files.createSymbolicLink(folder.resolve("mixed/gone.yaml"), folder.resolve("nowhere"));
    write("other/notes.txt", "prose\n");
    Files.createDirectories(folder.resolve("empty"));
    String mixed = folder.resolve("mixed").toString();
    assertThat(assertSame(List.of(mixed)).exit()).isEqualTo(2);
    assertThat(assertSame(List.of(folder + "/gone.yaml", sample.toString())).err())
        .contains("there is no such file");
    assertSame(List.of(folder + "/gone.yaml"));
    assertSame(List.of(folder.resolve("empty").toString()));
    assertSame(List.of(folder.resolve("other").toString(), sample.toString(), sample.toString()));
    assertSame(List.of(folder.resolve("other/notes.txt").toString()));
  }

  @Test
  void standard_input_is_judged_there_too() throws IOException {
    String sample = Files.readString(MANIFESTS.resolve("first-draft/odoo.yaml"));
    assertSame(List.of("-"));
    CommandLine fed = program.fed(sample);
    Run here = fed.here("check", "-", "--estate=" + ESTATE, "--format=json");
    Run there = fed.there("check", "-", "--format=json");
    assertThat(there.out()).contains("\"-\"").isEqualTo(withoutFolder(here.out()));
  }

  @Test
  void an_environment_that_the_estate_lacks_is_refused_without_the_servers_folders() {
    String manifest = MANIFESTS.resolve("scaling").toString();
    Run run = program.there("check", manifest, "--environment=core-produktion");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("estate: error: the estate has no environment \"core-produktion\"")
        .contains("[CLI006]", "core-production")
        .doesNotContain(data.toString());
  }

  @Test
  void a_token_that_nobody_knows_is_refused() {
    CommandLine stranger = new CommandLine(program.url(), "ilk_unknown", "");
    Run run = stranger.there("check", MANIFESTS.resolve("scaling").toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[CLI033]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "422|CLI025|{\"inputs\":[{\"name\":\"a\",\"path\":\"a\"}],\"files\":{\"b\":\"x\"}}",
        "422|CLI025|{\"inputs\":[{\"name\":\"a\",\"path\":\"a\"},{\"name\":\"a\",\"path\":\"b\"}],"
            + "\"files\":{\"a\":\"x\",\"b\":\"x\"}}",
        "422|REG|{\"inputs\":[{\"name\":\"a\",\"path\":\"../../etc/\"}]}",
        "422|REG|{\"inputs\":[{\"name\":\"a\",\"path\":\"/\"}]}",
        "422|CLI005|{\"inputs\":[]}",
        "400|null|{\"target\":{\"subscription\":\" \"},\"files\":{\"b\":\"x\"}}",
        "400|null|{\"inputs\":[null]}",
        "400|null|{\"inputs\":[{\"name\":\"a\"}]}",
        "400|null|{\"inputs\":[{\"name\":\"a\",\"path\":\"a\",\"others\":-1}]}",
        "400|null|{\"inputs\":[{\"name\":\"a\",\"path\":\"a\",\"unread\":[{\"code\":\"c\","
            + "\"level\":\"odd\",\"source\":{\"file\":\"a\"},\"message\":\"m\"}]}]}",
      })
  void what_would_not_be_judged_as_it_is_named_is_refused(String text) {
    String[] parts = text.split("\\|", 3);
    ApiClient.Answer answer =
        new ApiClient(program.url(), program.token()).send("POST", "/checks", parts[2]);
    assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(parts[0]));
    assertThat(String.valueOf(answer.json().get("code").asString("null"))).startsWith(parts[1]);
  }
}
