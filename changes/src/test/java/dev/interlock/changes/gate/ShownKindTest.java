package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.TierVerdict;
import dev.interlock.changes.Touched;
import dev.interlock.changes.Touches;
import dev.interlock.facts.FactReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource is by itself counts, whatever the change calls itself. */
class ShownKindTest {

  private static Touched touched(String manifest) {
    Touches touches = new Touches(TestEstate.plain(), "production");
    FactReader.standard(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), touches::add);
    return touches.touched();
  }

  private static String resource(String group, String kind, String more) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: x}\n%s\n".formatted(group, kind, more);
  }

  /** A pre-approved scaling that brings this along. */
  private static TierVerdict scalingWith(String manifest) {
    Scenario scenario = new Scenario().with("kind", "scaling").with("template", "scale-workers");
    scenario.findings =
        new ManifestFindings(
            List.of(), 1, List.of(), List.of(), touched(manifest), Scenario.JUDGED);
    return scenario.gate().classify(scenario.change(), scenario.findings);
  }

  @ParameterizedTest
  @CsvSource({
    "v1, ServiceAccount, access",
    "rbac.authorization.k8s.io/v1, Role, access",
    "rbac.authorization.k8s.io/v1, RoleBinding, access",
    "rbac.authorization.k8s.io/v1, ClusterRole, access",
    "rbac.authorization.k8s.io/v1beta1, ClusterRoleBinding, access",
    "networking.k8s.io/v1, NetworkPolicy, network",
    "networking.k8s.io/v1, Ingress, network",
    "traefik.io/v1alpha1, IngressRoute, network",
    "v1, Secret, secret",
    "bitnami.com/v1alpha1, SealedSecret, secret",
    "v1, PersistentVolumeClaim, data",
    "apps/v1, StatefulSet, data",
    "storage.k8s.io/v1, StorageClass, data",
  })
  void no_template_covers_it(String group, String kind, String shown) {
    String manifest = resource(group, kind, "");
    TierVerdict tier = scalingWith(manifest);

    assertThat(touched(manifest).kinds()).containsOnlyKeys(shown);
    assertThat(tier.name()).isIn("normal", "high");
    assertThat(tier.reasons().getFirst()).contains("The manifests bring in " + kind + " x (-:1:1)");
  }

  @Test
  void the_rule_about_the_shown_kind_counts() {
    TierVerdict tier = scalingWith(resource("networking.k8s.io/v1", "NetworkPolicy", ""));

    assertThat(tier.name()).isEqualTo("high");
    assertThat(tier.reasons().getFirst()).contains("A critical process stands on it.");
    assertThat(tier.reasons()).contains("standard: Pre-approved.");
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Namespace",
    "admissionregistration.k8s.io/v1, MutatingWebhookConfiguration",
    "example.org/v1, Secret",
  })
  void what_nobody_knows_is_covered_by_no_template_either(String group, String kind) {
    TierVerdict tier = scalingWith(resource(group, kind, ""));

    assertThat(tier.name()).isEqualTo("normal");
    assertThat(tier.reasons().getFirst()).contains("The manifests bring in " + kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autoscaling/v2 | HorizontalPodAutoscaler | spec: {maxReplicas: 9}",
        "v1 | ConfigMap | data: {a: b}",
        "apps/v1 | Deployment | spec: {replicas: 3}",
        "v1 | Secret | type: kubernetes.io/tls",
        "v1 | Service | 'spec: {ports: [{port: 80}]}'",
        "v1 | Service | 'spec: {type: ClusterIP, ports: [{port: 80}]}'",
      })
  void routine_keeps_its_template(String group, String kind, String more) {
    assertThat(scalingWith(resource(group, kind, more)).name()).isEqualTo("standard");
  }

  @Test
  void settings_of_the_whole_cluster_are_covered_by_no_template() {
    String dns = resource("v1", "ConfigMap", "data: {corp.server: x}");
    String ofCluster = dns.replace("{name: x}", "{name: coredns-custom, namespace: kube-system}");

    assertThat(scalingWith(dns).name()).isEqualTo("standard");
    assertThat(scalingWith(ofCluster).name()).isEqualTo("normal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {10-prepare.sh: psql}",
        "data: {odoo.conf: x, Fix.PY: x}",
        "data: {prepare: '#!/bin/sh'}",
        "data: {drop.sql: drop database odoo}",
        "binaryData: {tool: AAEC/w==}",
        "binaryData: {prepare: IyEvYmluL3NoCg==}",
      })
  void a_script_among_settings_is_covered_by_no_template(String files) {
    TierVerdict tier = scalingWith(resource("v1", "ConfigMap", files));

    assertThat(tier.name()).isEqualTo("normal");
    assertThat(tier.reasons().getFirst()).contains("The manifests bring in ConfigMap x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'spec: {type: LoadBalancer}'",
        "'spec: {type: NodePort}'",
        "'spec: {externalIPs: [203.0.113.4]}'",
        "''",
      })
  void a_service_reached_from_outside_is_a_way_in(String spec) {
    assertThat(touched(resource("v1", "Service", spec)).kinds()).containsOnlyKeys("network");
  }

  @Test
  void a_riskier_word_of_the_requester_stays() {
    Scenario scenario = new Scenario().with("kind", "version").with("services", "[database]");
    String manifest = resource("rbac.authorization.k8s.io/v1", "Role", "");
    scenario.findings =
        new ManifestFindings(
            List.of(), 1, List.of(), List.of(), touched(manifest), Scenario.JUDGED);

    assertThat(scenario.gate().classify(scenario.change(), scenario.findings).name())
        .isEqualTo("high");
  }

  private static String azure(String... types) {
    StringBuilder export = new StringBuilder();
    for (String type : types) {
      String id = "/subscriptions/s/resourceGroups/g/providers/" + type + "/x";
      export.append(export.isEmpty() ? "[" : ",");
      export.append("{\"id\": \"%s\", \"type\": \"%s\", \"name\": \"x\"}".formatted(id, type));
    }
    return export + "]";
  }

  @Test
  void azure_resources_are_known_too() {
    String all =
        azure(
            "Microsoft.Authorization/roleAssignments",
            "Microsoft.Network/virtualNetworks",
            "Microsoft.KeyVault/vaults",
            "Microsoft.Storage/storageAccounts",
            "Microsoft.Insights/autoscaleSettings");

    assertThat(touched(all).kinds()).containsOnlyKeys("access", "network", "secret", "data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft.Web/sites",
        "Microsoft.Resources/deploymentScripts",
        "Microsoft.Compute/virtualMachines/runCommands",
        "Microsoft.Compute/virtualMachines/extensions",
        "Microsoft.Resources/deploymentStacks",
        "Microsoft.Web/sites/extensions",
        "Microsoft.Some/thing"
      })
  void what_nobody_knows_on_azure_is_covered_by_no_template(String type) {
    TierVerdict tier = scalingWith(azure(type));

    assertThat(tier.name()).isEqualTo("normal");
    assertThat(tier.reasons().getFirst()).contains("The manifests bring in ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft.Insights/autoscaleSettings",
        "microsoft.containerservice/managedclusters/agentpools",
        "Microsoft.Web/serverFarms"
      })
  void scaling_on_azure_keeps_its_template(String type) {
    assertThat(scalingWith(azure(type)).name()).isEqualTo("standard");
  }
}
