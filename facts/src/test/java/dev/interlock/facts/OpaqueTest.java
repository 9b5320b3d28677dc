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

class OpaqueTest {

  private static @Nullable String why(String version, String kind, String spec) {
    return Opaque.why(resource(version, kind, spec), Set.of("example.com/Label"));
  }

  private static Resource resource(String version, String kind, String spec) {
    String text =
        "apiVersion: %s\nkind: %s\nmetadata: {name: x}\nspec: %s\n".formatted(version, kind, spec);
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
}
