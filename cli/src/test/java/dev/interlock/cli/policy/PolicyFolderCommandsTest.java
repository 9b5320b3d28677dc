package dev.interlock.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PolicyFolderCommandsTest extends PolicyFiles {

  @Test
  void a_case_that_fails_names_its_line_and_the_definition_that_is_not_there() throws IOException {
    test("deny");
    Files.delete(folder.resolve("https-only.json"));
    CliRun run = CliRun.of("policy", "test", path("tests"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("storage.yaml:6: http is denied", "../https-only.json", "there is no such file");
  }

  @Test
  void a_listing_says_where_assignments_hold_and_fails_for_what_can_not_be_read()
      throws IOException {
    write(
        "assignment.json",
        """
        {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
         "properties": {"policyDefinitionId":
           "/providers/Microsoft.Authorization/policyDefinitions/https-only"}}
        """);
    assertThat(CliRun.of("policy", "list", folder.toString()).out())
        .contains("  a\n    at /subscriptions/s\n");
    write("broken.json", "{\"policyRule\": ");
    CliRun run = CliRun.of("policy", "list", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("https-only");
  }

  private String test(String expected) throws IOException {
    return write(
        "tests/storage.yaml",
        """
        apiVersion: interlock.dev/v1
        kind: PolicyTest
        metadata: {name: storage}
        spec:
          cases:
            - name: http is denied
              note: plain words for colleagues
              definition: ../https-only.json
              resource: %s
              expect: {effect: %s}
        """
            .formatted(ACCOUNT.strip().replace("\n", " "), expected));
  }

  @Test
  void tests_pass_and_fail() throws IOException {
    test("deny");
    CliRun good = CliRun.of("policy", "test", path("tests"));
    assertThat(good.out()).isEqualTo("1 passed, 0 failed\n");
    assertThat(good.exit()).isZero();
    assertThat(good.err()).contains("warning: \"note\" has no meaning in a case");
    test("none");
    CliRun bad = CliRun.of("policy", "test", path("tests"), "--format", "json");
    assertThat(bad.exit()).isEqualTo(1);
    JsonNode report = json(bad);
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("cases").path(0).path("actual").path("effect").asString())
        .isEqualTo("deny");
    assertThat(CliRun.of("policy", "test", path("tests"), "--format", "junit").out())
        .contains("<testsuite name=\"policy tests\" tests=\"1\" failures=\"1\">", "http is denied");
  }

  @Test
  void a_folder_without_tests_is_bad_input() {
    CliRun run = CliRun.of("policy", "test", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no policy test here");
  }

  @Test
  void list_and_show_tell_what_can_not_be_evaluated() throws IOException {
    write(
        "vaults.json",
        HTTPS_ONLY.replace("https-only", "keys").replace("Indexed", "Microsoft.KeyVault.Data"));
    CliRun list = CliRun.of("policy", "list", folder.toString());
    assertThat(list.exit()).isZero();
    assertThat(list.out())
        .contains("2 definitions", "? mode Microsoft.KeyVault.Data", "1 that can't be evaluated");
    CliRun show = CliRun.of("policy", "show", "HTTPS-only", "--policies", folder.toString());
    assertThat(show.out())
        .contains(
            "mode: Indexed",
            "parameter: effect (String) = \"deny\", one of \"audit\", ",
            "can be evaluated");
    CliRun unknown = CliRun.of("policy", "show", "https-onli", "--policies", folder.toString());
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("[CLI026]", "did you mean \"https-only\"?");
  }

  @Test
  void import_brings_what_assignments_name_and_lists_what_is_missing() throws IOException {
    String assignments =
        write(
            "export/assignments.json",
            """
            [{"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
              "name": "a", "type": "Microsoft.Authorization/policyAssignments",
              "policyDefinitionId":
                "/providers/Microsoft.Authorization/policyDefinitions/https-only"},
             {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/b",
              "name": "b", "type": "Microsoft.Authorization/policyAssignments",
              "policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/gone"}]
            """);
    CliRun run =
        CliRun.of(
            "policy", "import", "--from", assignments, "--from", archive(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "written  definitions/https-only.json",
            "missing  /providers/Microsoft.Authorization/policyDefinitions/gone",
            "a clone of github.com/Azure/azure-policy")
        .doesNotContain("unused");
    assertThat(folder.resolve("own/definitions/https-only.json")).hasContent(HTTPS_ONLY);
    assertThat(folder.resolve("own/assignments/assignments.json")).exists();
  }

  /** A catalogue as its archive has it: in a folder of its own, with more than is needed. */
  private String archive() throws IOException {
    Path zip = folder.resolve("catalogue.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entry(entries, "catalogue-main/storage/https-only.json", HTTPS_ONLY);
      entry(
          entries,
          "catalogue-main/storage/unused.json",
          HTTPS_ONLY.replace("https-only", "unused"));
    }
    return zip.toString();
  }

  private static void entry(ZipOutputStream entries, String name, String content)
      throws IOException {
    entries.putNextEntry(new ZipEntry(name));
    entries.write(content.getBytes(StandardCharsets.UTF_8));
    entries.closeEntry();
  }

  @Test
  void an_archive_that_leads_out_of_its_folder_is_refused() throws IOException {
    Path zip = folder.resolve("evil.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entry(entries, "../../evil.json", HTTPS_ONLY);
    }
    CliRun run = CliRun.of("policy", "import", "--from", zip.toString(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("leads out of the archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json/b.json", "a\0b.json"})
  void an_archive_with_names_that_no_file_can_have_is_bad_input(String name) throws IOException {
    Path zip = folder.resolve("odd.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entry(entries, "a.json", HTTPS_ONLY);
      entry(entries, name, HTTPS_ONLY);
    }
    CliRun run = CliRun.of("policy", "import", "--from", zip.toString(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("odd.zip: error:", "a name that no file can have");
  }

  @Test
  void an_entry_that_grows_without_end_is_refused_before_it_fills_the_memory() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("bomb.json"));
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i <= 200; i++) {
        entries.write(blanks);
      }
      entries.closeEntry();
    }
    CliRun run = CliRun.of("policy", "import", "--from", zip.toString(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("bomb.zip: error: an entry holds more than 200 MB");
  }
}
