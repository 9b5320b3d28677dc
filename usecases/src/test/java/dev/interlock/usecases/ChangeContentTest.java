package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.goldens.Checkout;
import dev.interlock.testkit.SampleInstants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that a change brings in is judged, or named as what nobody could read. */
@Tag("slow")
class ChangeContentTest {

  private static final Path SAMPLES = Checkout.samples();
  private static final String DIGEST =
      "372e0b430493703b6990a7d1c350af77459dea6a73d9428be1762d0d805c6d63";

  @TempDir private Path folder;

  private Path manifests;

  @BeforeEach
  void copy() throws IOException {
    manifests = Files.createDirectories(folder.resolve("manifests/core-production"));
    Path from = SAMPLES.resolve("manifests/core-production");
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, manifests.resolve(file.getFileName().toString()));
      }
    }
    Path change = Files.createDirectories(folder.resolve("changes")).resolve("release.yaml");
    Files.copy(SAMPLES.resolve("changes/manufacturing-release.yaml"), change);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private DecidedChange decide() {
    return decide(SAMPLES.resolve("estate"));
  }

  private DecidedChange decide(Path estate) {
    DecideChange.Request request =
        new DecideChange.Request(
            folder.resolve("changes/release.yaml"), estate, SAMPLES.resolve("evidence"));
    return new DecideChange("test").run(request, SampleInstants.SATURDAY_NIGHT);
  }

  private Contact contact(String name) {
    return contact(name, SAMPLES.resolve("estate"));
  }

  private Contact contact(String name, Path estate) {
    return decide(estate).decision().contacts().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void closed_rules_cite_the_manifests_and_the_controls() {
    Contact rules = contact("rules");

    assertThat(rules.state()).isEqualTo(State.CLOSED);
    assertThat(rules.evidence())
        .hasSize(5)
        .anyMatch(
            e -> e.matches("\\.\\./manifests/core-production/odoo.yaml \\(sha256:[0-9a-f]{12}\\)"));
    assertThat(rules.reason()).containsPattern("checked against \\d+ controls \\(odoo-platform");
    assertThat(contact("promotion").state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_kind_that_no_control_speaks_about_was_not_judged() throws IOException {
    String pool = "apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata: {name: ";
    try (Stream<Path> files = Files.list(manifests)) {
      for (Path file : files.toList()) {
        Files.writeString(file, pool + file.getFileName() + "}\n");
      }
    }

    Contact rules = contact("rules");

    assertThat(rules.state()).isEqualTo(State.UNKNOWN);
    assertThat(rules.reason()).contains("is about what the manifests hold (5 resources)");
  }

  @Test
  void another_digest_in_the_manifest_is_not_what_was_tested() throws IOException {
    edit("manifests/core-production/odoo.yaml", DIGEST, "0".repeat(64));

    Contact promotion = contact("promotion");

    assertThat(promotion.state()).isEqualTo(State.UNKNOWN);
    assertThat(promotion.reason())
        .contains("odoo@sha256:" + "0".repeat(64))
        .contains("core-production/odoo.yaml:80:18");
  }

  @Test
  void a_database_that_shall_be_absent_makes_the_change_destructive() throws IOException {
    String database =
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Database
        metadata: {name: odoo}
        spec:
          ensure: %s
          cluster: {name: core}
        """;
    Files.writeString(manifests.resolve("database.yaml"), database.formatted("present"));
    String before = decide().tier().reasons().toString();
    Files.writeString(manifests.resolve("database.yaml"), database.formatted("absent"));

    assertThat(before).doesNotContain("Data can be lost");
    assertThat(decide().tier().name()).isEqualTo("high");
    assertThat(decide().tier().reasons().toString())
        .contains("Data can be lost. The manifests destroy what shall be absent by ensure: absent")
        .contains("database.yaml:5:3");
  }

  @Test
  void a_plan_that_replaces_a_database_server_makes_the_change_destructive() throws IOException {
    String plan =
        """
        {"format_version": "1.2", "terraform_version": "1.9.8", "resource_changes": [
          {"address": "azurerm_postgresql_flexible_server.odoo", "mode": "managed",
           "type": "azurerm_postgresql_flexible_server", "name": "odoo",
           "change": {"actions": [%s], "before": {"name": "old"}, "after": {"name": "new"}}}]}
        """;
    Files.writeString(manifests.resolve("plan.json"), plan.formatted("\"update\""));
    String before = decide().tier().reasons().toString();
    Files.writeString(manifests.resolve("plan.json"), plan.formatted("\"delete\", \"create\""));

    assertThat(before).doesNotContain("Data can be lost");
    assertThat(decide().tier().name()).isEqualTo("high");
    assertThat(decide().tier().reasons().toString())
        .contains("The manifests destroy azurerm_postgresql_flexible_server.odoo")
        .contains("which is replaced by the plan")
        .contains("plan.json:2:3");
  }

  @Test
  void a_pre_approved_template_over_a_whole_platform_is_no_routine() throws IOException {
    edit("changes/release.yaml", "kind: module", "kind: config\n  template: outgoing-mail-text");

    assertThat(decide().tier().name()).isEqualTo("normal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.tf            | resource \"azurerm_redis_cache\" \"r\" {}",
        "azuredeploy.json   | {\"$schema\": \"https://schema.management.azure.com/2019-04-01/deploymentParameters.json#\", \"parameters\": {}}",
        "plan.json          | {\"format_version\": \"1.2\", \"resource_changes\": [{\"address\": \"a.b\"}]}",
        "broken.yaml        | kind: Pod\\0",
        "odoo.yaml.gz       | \\37\\213\\10",
        "deploy.sh          | kubectl apply -f https://example.com/x.yaml",
        ".hidden/pod.yaml   | image: odoo",
        "kustomization.yaml | images: [{name: odoo, newTag: latest}]",
        "values.yaml        | replicas: 3",
        "empty.yaml         | []",
        "list.yaml          | {apiVersion: v1, kind: List, items: []}",
      })
  void a_file_that_no_reader_knows_is_named(String name, String text) throws IOException {
    write(name, text.translateEscapes());

    Contact rules = contact("rules");

    assertThat(rules.state()).isEqualTo(State.UNKNOWN);
    assertThat(rules.reason()).contains("core-production/" + name);
    assertThat(contact("promotion").state()).isEqualTo(State.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one more document   | \\n---\\nsomething: else\\n",
        "a chart elsewhere   | \\n---\\n{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: x}}\\n",
        "a kind unknown here | \\n---\\n{apiVersion: example.com/v1, kind: Platform, metadata: {name: x}}\\n",
        "a list in an object | \\n---\\n{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {containers: [{image: odoo}]}, items: []}\\n",
      })
  void a_part_of_a_file_that_no_reader_knows_is_named(String title, String text)
      throws IOException {
    Path file = manifests.resolve("odoo.yaml");
    Files.writeString(file, Files.readString(file) + text.translateEscapes());

    Contact rules = contact("rules");

    assertThat(rules.state()).as(title).isEqualTo(State.UNKNOWN);
    assertThat(rules.reason()).contains("core-production/odoo.yaml:");
  }

  @Test
  void a_custom_kind_that_the_estate_knows_brings_nothing_in() throws IOException {
    write("widget.yaml", "{apiVersion: example.com/v1, kind: Widget, metadata: {name: x}}");
    Path estate = folder.resolve("estate");
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("estate"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = estate.resolve(SAMPLES.resolve("estate").relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }

    assertThat(contact("promotion").state()).isEqualTo(State.UNKNOWN);
    edit(
        "estate/organization.yaml",
        "  displayName: Corvane Group",
        "  displayName: Corvane Group\n  settingsKinds: [example.com/Widget]");
    assertThat(contact("promotion", estate).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void prose_that_the_change_itself_names_is_judged() throws IOException {
    Files.writeString(
        folder.resolve("changes/deploy.md"),
        "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {hostPID: true}}");
    edit("changes/release.yaml", "core-production]", "core-production, ./deploy.md]");

    assertThat(contact("rules").state()).isEqualTo(State.OPEN);
    assertThat(contact("rules").reason()).contains("deploy.md");
  }

  @Test
  void a_link_among_the_manifests_that_leads_nowhere_is_refused() throws IOException {
    Files.createSymbolicLink(manifests.resolve("late.yaml"), folder.resolve("absent"));

    assertThatThrownBy(this::decide)
        .isInstanceOfSatisfying(
            InputRejected.class,
            e ->
                assertThat(e.problems().getFirst().toString())
                    .contains("late.yaml", "leads nowhere"));
  }

  @Test
  void a_file_whose_name_cannot_be_written_down_is_refused() throws Exception {
    String name = manifests + "/$(printf '\\377').yaml";
    new ProcessBuilder("sh", "-c", "echo 'a: b' > \"" + name + "\"").start().waitFor();

    assertThatThrownBy(this::decide)
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("name of this file");
  }

  @Test
  void prose_and_pictures_bring_nothing_in() throws IOException {
    write("README.md", "kubectl apply");

    assertThat(contact("rules").state()).isEqualTo(State.CLOSED);
    assertThat(contact("rules").reason()).contains("Left aside: 1 file of prose or pictures.");
  }

  @Test
  void a_folder_of_prose_alone_is_nothing_that_could_be_judged() throws IOException {
    Path prose = Files.createDirectories(folder.resolve("manifests/prose"));
    Files.writeString(prose.resolve("README.md"), "kubectl apply");
    edit("changes/release.yaml", "manifests/core-production", "manifests/prose");

    assertThat(contact("rules").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void new_software_without_manifests_can_not_be_judged() throws IOException {
    edit("changes/release.yaml", "[../manifests/core-production]", "[]");

    assertThat(contact("rules").state()).isEqualTo(State.UNKNOWN);
    assertThat(contact("rules").reason()).contains("names no manifests");
    assertThat(contact("promotion").state()).isEqualTo(State.UNKNOWN);
  }

  private void write(String name, String text) throws IOException {
    Path file = manifests.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
