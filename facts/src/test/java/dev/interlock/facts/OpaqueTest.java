package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTest {

  private static @Nullable String why(String version, String kind, String spec) {
    return Opaque.why(resource(version, kind, spec), Set.of("example.com/Label"));
  }

  private static Resource resource(String version, String kind, String spec) {
    String text =
        "apiVersion: %s\nkind: %s\nmetadata: {name: x}\nspec: %s\n".formatted(version, kind, spec);
    return read(text);
  }

  private static Resource read(String text) {
    List<Resource> found = new ArrayList<>();
    FactReader.standard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), found::add);
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "v1,ConfigMap",
    "apps/v1,Deployment",
    "networking.k8s.io/v1,Ingress",
    "cert-manager.io/v1,Certificate",
    "traefik.io/v1alpha1,IngressRoute",
    "monitoring.coreos.com/v1,ServiceMonitor",
    "external-secrets.io/v1beta1,ExternalSecret"
  })
  void what_is_known_can_be_told(String version, String kind) {
    assertThat(why(version, kind, "{}")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "example.com/v1,Platform",
    "example.com/v1,ConfigMap",
    "fleet.cattle.io/v1alpha1,GitRepo",
    "kappctrl.k14s.io/v1alpha1,App",
    "helm.crossplane.io/v1beta1,Release",
    "acid.zalan.do/v1,postgresql",
    "monitoring.coreos.com/v1,Prometheus"
  })
  void a_custom_kind_that_nobody_knows_cannot_be_told(String version, String kind) {
    String group = version.substring(0, version.indexOf('/'));
    assertThat(why(version, kind, "{}"))
        .contains("the " + kind + " \"x\"")
        .contains(group + "/" + kind + " under settingsKinds");
  }

  @Test
  void the_estate_says_of_its_own_kinds_that_they_only_carry_settings() {
    assertThat(why("example.com/v1", "Label", "{}")).isNull();
    assertThat(why("example.com/v2", "Label", "{}")).isNull();
    assertThat(why("example.org/v1", "Label", "{}")).isNotNull();
  }

  @Test
  void what_runs_what_is_written_in_it_can_be_told_where_it_is_written() {
    String version = "postgresql.cnpg.io/v1";
    assertThat(why(version, "Cluster", "{imageName: postgresql}")).isNull();
    assertThat(why(version, "Cluster", "{instances: 3}")).contains("write spec.imageName");
    String pod = "{template: {spec: {containers: [{image: odoo}]}}}";
    assertThat(why("argoproj.io/v1alpha1", "Rollout", pod)).isNull();
    assertThat(why("argoproj.io/v1alpha1", "Rollout", "{workloadRef: {name: y}}")).isNotNull();
  }

  @Test
  void what_is_written_elsewhere_stays_so_whatever_the_estate_says() {
    Resource application = resource("argoproj.io/v1alpha1", "Application", "{}");
    assertThat(Opaque.why(application, Set.of("argoproj.io/Application")))
        .contains("written elsewhere");
  }

  private static @Nullable String azure(String type, String properties) {
    String text =
        """
        {"id": "/subscriptions/s/resourceGroups/g/providers/%s/x", "type": "%s", "name": "x",
         "properties": %s}
        """
            .formatted(type, type, properties);
    return Opaque.why(read(text), Set.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft.Resources/deployments",
        "Microsoft.Resources/deploymentScripts",
        "Microsoft.Resources/deploymentStacks",
        "Microsoft.Solutions/applications",
        "Microsoft.Compute/virtualMachines/extensions",
        "microsoft.compute/virtualmachines/runcommands",
        "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands",
        "Microsoft.HybridCompute/machines/extensions",
        "Microsoft.Web/sites/extensions",
        "Microsoft.Web/sites/slots/sourcecontrols",
        "Microsoft.Automation/automationAccounts/runbooks",
        "Microsoft.ContainerRegistry/registries/tasks",
        "Microsoft.KubernetesConfiguration/fluxConfigurations"
      })
  void what_runs_code_on_azure_brings_in_what_is_written_elsewhere(String type) {
    assertThat(azure(type, "{}")).contains("written elsewhere", "a trusted check");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": {\"fileUris\": [\"https://x.example/x.sh\"]}}",
        "{\"templateLink\": {\"uri\": \"https://x.example/t.json\"}}",
        "{\"siteConfig\": {\"appSettings\": [{\"name\": \"WEBSITE_RUN_FROM_PACKAGE\","
            + " \"value\": \"https://x.example/x.zip\"}]}}",
        "{\"website_run_from_package\": \"https://x.example/x.zip\"}",
        "{\"virtualMachineProfile\": {\"extensionProfile\": {\"extensions\": [{\"name\": \"x\"}]}}}",
        "{\"osProfile\": {\"customData\": \"IyEvYmluL3No\"}}"
      })
  void what_azure_is_told_to_fetch_is_written_elsewhere_whatever_the_type(String properties) {
    assertThat(azure("Microsoft.Some/thing", properties)).contains("written elsewhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"vaultUri\": \"https://x.vault.azure.net\"}",
        "{\"osProfile\": {\"customData\": null}}",
        "{\"extensionProfile\": {\"extensions\": []}}",
        "{\"templateLink\": \" \"}",
        "{\"WEBSITE_RUN_FROM_PACKAGE\": \"1\"}"
      })
  void other_azure_resources_can_be_told(String properties) {
    assertThat(azure("Microsoft.Some/thing", properties)).isNull();
  }

  @Test
  void an_azure_resource_among_the_children_of_another_counts_too() {
    String machine =
        """
        {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/x",
         "type": "Microsoft.Compute/virtualMachines", "name": "x",
         "resources": [{"type": "extensions", "name": "y"}]}
        """;
    assertThat(Opaque.why(read(machine), Set.of())).contains("written elsewhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "'  '", "null", "{}", "[]", "~"})
  void nothing_written_at_the_place_says_nothing(String image) {
    String spec = "{imageName: %s}".formatted(image);
    assertThat(why("postgresql.cnpg.io/v1", "Cluster", spec)).contains("write spec.imageName");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{name: odoo}]",
        "[{image: ''}]",
        "[{image: odoo}, {name: sidecar}]",
        "['']",
        "[{image: {}}]"
      })
  void a_container_without_an_image_says_nothing(String containers) {
    String spec = "{template: {spec: {containers: %s}}}".formatted(containers);
    assertThat(why("serving.knative.dev/v1", "Service", spec)).contains("image");
    assertThat(why("argoproj.io/v1alpha1", "Rollout", spec)).contains("image");
  }

  @Test
  void a_rollout_that_points_at_another_workload_runs_that_one() {
    String spec = "{workloadRef: {name: y}, template: {spec: {containers: [{image: odoo}]}}}";
    assertThat(why("argoproj.io/v1alpha1", "Rollout", spec)).contains("workloadRef");
  }

  @Test
  void a_cluster_that_takes_its_image_from_a_catalogue_does_not_say_it() {
    String spec =
        "{imageName: postgresql, imageCatalogRef: {kind: ImageCatalog, name: y, major: 17}}";
    assertThat(why("postgresql.cnpg.io/v1", "Cluster", spec)).contains("imageCatalogRef");
  }
}
