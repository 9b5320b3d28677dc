package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.goldens.Checkout;
import dev.interlock.testkit.ExpectedDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's Azure Policy as part of its gate. */
@Tag("slow")
class GateByPolicyTest {

  private static final String ADDRESS =
      """
      [{"id": "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/ip",
        "name": "ip", "type": "Microsoft.Network/publicIPAddresses", "location": "LOCATION",
        "properties": {"publicIPAllocationMethod": "Static"}}]
      """;

  private static final String TEMPLATE =
      """
      {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
       "contentVersion": "1.0.0.0",
       "resources": [{"type": "Microsoft.Network/publicIPAddresses", "apiVersion": "2024-05-01",
         "name": "ip", "location": "eastus",
         "properties": {"publicIPAllocationMethod": "Static"}}]}
      """;

  @TempDir private Path samples = Path.of("");

  @BeforeEach
  void an_estate_with_policies() throws IOException {
    Path original = Checkout.samples();
    for (String part : List.of("estate", "changes", "manifests", "evidence")) {
      copy(original.resolve(part), samples.resolve(part));
    }
    copy(original.resolve("policies"), samples.resolve("estate/policies"));
    Path sets = samples.resolve("estate/controls/sets.yaml");
    Files.writeString(
        sets,
        Files.readString(sets)
            .replace(
                "\"odoo-*\"]",
                "\"odoo-*\"]\n  policies: [policies/definitions, policies/initiatives, policies/assignments]"));
  }

  @Test
  void what_azure_would_refuse_opens_the_rules() throws IOException {
    Contact rules = rules("eastus");

    assertThat(rules.state()).isEqualTo(State.OPEN);
    assertThat(rules.reason())
        .contains("corvane-allowed-locations/regions", "assignment \"corvane-baseline\"");
  }

  @Test
  void what_azure_would_take_opens_nothing() throws IOException {
    assertThat(rules("westeurope").reason()).doesNotContain("corvane-allowed-locations");
  }

  @Test
  void the_policies_are_in_the_pack_and_the_decision_is_derived_from_them_again()
      throws IOException {
    DecidedChange decided = decided("eastus");
    Path pack = samples.resolve("pack.zip");
    new DecisionPack().write(request(), decided, null, pack);

    assertThat(new ReplayDecision("test").run(ReplayDecision.Request.of(pack)).differences())
        .isEmpty();
    EditedPack.replace(
        pack, "estate/policies/assignments/corvane-baseline.json", "westeurope", "eastus");
    assertThat(new ReplayDecision("test").run(ReplayDecision.Request.of(pack)).same()).isFalse();
  }

  @Test
  void a_template_goes_where_the_environment_says() throws IOException {
    String group = "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/rg-erp";
    replace(
        "estate/policies/assignments/corvane-baseline.json",
        "\"scope\": \"/providers/Microsoft.Management/managementGroups/mg-corvane\"",
        "\"scope\": \"" + group + "\"");
    Files.writeString(samples.resolve("manifests/core-production/ip.json"), TEMPLATE);
    assertThat(rules().state()).isNotEqualTo(State.OPEN);

    replace(
        "estate/environments/core.yaml",
        "subscription: sub-corvane-erp-prod",
        "subscription: sub-corvane-erp-prod\n  resourceGroup: rg-erp");
    Contact rules = rules();

    assertThat(rules.state()).isEqualTo(State.OPEN);
    assertThat(rules.reason()).contains("corvane-allowed-locations/regions");
  }

  private void replace(String path, String old, String with) throws IOException {
    Path file = samples.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, with));
  }

  private Contact rules(String location) throws IOException {
    Files.writeString(
        samples.resolve("manifests/core-production/ip.json"),
        ADDRESS.replace("LOCATION", location));
    return rules();
  }

  private Contact rules() throws IOException {
    return decide().decision().contacts().stream()
        .filter(contact -> "rules".equals(contact.name()))
        .findFirst()
        .orElseThrow();
  }

  private DecidedChange decided(String location) throws IOException {
    Files.writeString(
        samples.resolve("manifests/core-production/ip.json"),
        ADDRESS.replace("LOCATION", location));
    return decide();
  }

  private DecidedChange decide() throws IOException {
    ExpectedDecision row =
        ExpectedDecision.all().stream()
            .filter(each -> each.change().equals("manufacturing-release"))
            .findFirst()
            .orElseThrow();
    return new DecideChange("test").run(request(), row.at());
  }

  private DecideChange.Request request() {
    return new DecideChange.Request(
        samples.resolve("changes/manufacturing-release.yaml"),
        samples.resolve("estate"),
        samples.resolve("evidence"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
