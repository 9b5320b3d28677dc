package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageUseTest {

  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  private static List<ImageUse> images(String text) {
    List<ImageUse> found = new ArrayList<>();
    FactReader.standard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), resource -> found.addAll(ImageUse.of(resource)));
    return found;
  }

  private static List<String> references(String text) {
    return images(text).stream().map(ImageUse::reference).toList();
  }

  @Test
  void every_container_of_a_pod_template_counts_with_its_place() {
    List<ImageUse> found =
        images(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly, annotations: {image: none}}
            spec:
              jobTemplate:
                spec:
                  template:
                    spec:
                      initContainers:
                        - {name: wait, image: postgres:17}
                      containers:
                        - name: odoo
                          image: registry.example.com:5000/erp/Odoo:18@%s
                      volumes:
                        - name: addons
                          image: {reference: quay.io/erp/addons:1}
                        - name: disk
                          rbd: {image: block-device, monitors: []}
            """
                .formatted(DIGEST));

    assertThat(found).extracting(ImageUse::shortName).containsExactly("postgres", "odoo", "addons");
    assertThat(found).extracting(ImageUse::digest).containsExactly(null, DIGEST, null);
    assertThat(found).extracting(ImageUse::supporting).containsExactly(true, false, false);
    assertThat(found.get(1)).hasToString(found.get(1).reference() + " (-:13:22)");
  }

  @Test
  void custom_resources_and_charts_bring_images_too() {
    assertThat(
            references(
                """
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata: {name: core}
                spec: {imageName: "ghcr.io/cloudnative-pg/postgresql:17"}
                ---
                apiVersion: example.com/v1
                kind: Odoo
                metadata: {name: core}
                spec: {image: {registry: ghcr.io, repository: acme/odoo, tag: "18", digest: "%s"}}
                """
                    .formatted(DIGEST)))
        .containsExactly("ghcr.io/cloudnative-pg/postgresql:17", "ghcr.io/acme/odoo:18@" + DIGEST);
  }

  @Test
  void whatever_is_called_an_image_is_one() {
    assertThat(
            references(
                """
                apiVersion: example.com/v1
                kind: Platform
                metadata: {name: x}
                spec:
                  components: {tags: {image: a:1}, status: {image: b:1}}
                  workerImage: c:1
                  DockerImage: d:1
                  mirrorImage: true
                  images: [e:1]
                  agent: registry/f@%s
                ---
                {apiVersion: example.com/v1, kind: ConfigMap, metadata: {name: x}, spec: {image: g:1}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: x, annotations: {example.com/image: none}}
                spec: {template: {metadata: {annotations: {sidecar.istio.io/proxyImage: h:1}}}}
                """
                    .formatted(DIGEST)))
        .containsExactly("a:1", "b:1", "c:1", "d:1", "e:1", "registry/f@" + DIGEST, "g:1", "h:1");
  }

  @Test
  void container_apps_and_web_apps_bring_images_too() {
    assertThat(
            references(
                """
                [{"id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.App/containerApps/a",
                  "type": "Microsoft.App/containerApps", "name": "a",
                  "properties": {"template": {"containers": [{"image": "acr.io/odoo:1"}]}}},
                 {"id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.Web/sites/b",
                  "type": "Microsoft.Web/sites", "name": "b",
                  "properties": {"siteConfig": {"linuxFxVersion": "DOCKER|acr.io/portal:2"}}},
                 {"id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.Web/sites/c",
                  "type": "Microsoft.Web/sites", "name": "c",
                  "properties": {"siteConfig": {"linuxFxVersion": "PYTHON|3.13"}}}]
                """))
        .containsExactly("acr.io/odoo:1", "acr.io/portal:2");
  }

  @Test
  void text_that_mentions_an_image_is_none() {
    assertThat(
            references(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: logo}
                data: {image: logo.png}
                """))
        .isEmpty();
  }

  @Test
  void only_sha256_in_full_pins_an_image() {
    String place =
        "kind: Pod\napiVersion: v1\nmetadata: {name: p}\nspec: {containers: [{image: %s}]}";

    assertThat(images(place.formatted("odoo@sha256:abc")).getFirst().digest()).isNull();
    assertThat(images(place.formatted("odoo:18")).getFirst().digest()).isNull();
    assertThat(images(place.formatted("odoo@" + DIGEST)).getFirst().digest()).isEqualTo(DIGEST);
  }

  @Test
  void a_web_app_tells_its_container_in_any_letter_case_and_in_its_settings() {
    String site =
        """
        {"id": "/subscriptions/1/resourceGroups/g/providers/Microsoft.Web/sites/w", "name": "w",
         "type": "Microsoft.Web/sites%s", "properties": %s}
        """;

    assertThat(
            references(
                site.formatted("", "{\"siteConfig\": {\"LinuxFxVersion\": \"DOCKER|a/b:1\"}}")))
        .containsExactly("a/b:1");
    assertThat(
            references(site.formatted("", "{\"siteConfig\": {\"linuxFxVersion\": \"NODE|20\"}}")))
        .isEmpty();
    assertThat(
            references(
                site.formatted(
                    "",
                    "{\"siteConfig\": {\"appSettings\": [{\"name\": \"DOCKER_CUSTOM_IMAGE_NAME\","
                        + " \"value\": \"DOCKER|a/b:2\"}]}}")))
        .containsExactly("a/b:2");
    assertThat(
            references(
                site.formatted("/config", "{\"DOCKER_CUSTOM_IMAGE_NAME\": \"docker|a/b:3\"}")))
        .containsExactly("a/b:3");
  }
}
