package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that a container is told of, to start them by itself. */
class ImagesInSettingsTest {

  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  private static List<ImageUse> images(String container) {
    String text =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: operator}
        spec:
          template:
            spec:
              containers:
                - %s
        """
            .formatted(container);
    List<ImageUse> found = new ArrayList<>();
    FactReader.standard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), resource -> found.addAll(ImageUse.of(resource)));
    return found;
  }

  private static List<String> references(String container) {
    return images(container).stream().map(ImageUse::reference).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RELATED_IMAGE_POSTGRES",
        "RELATED_IMAGE_POSTGRES_17",
        "SIDECAR_IMAGE",
        "sidecarImage",
        "image",
        "DOCKER_CUSTOM_IMAGE_NAME"
      })
  void variables_that_are_called_images_bring_them_in(String name) {
    List<ImageUse> found =
        images("{env: [{name: %s, value: 'quay.io/x/postgres:17'}]}".formatted(name));

    assertThat(found).extracting(ImageUse::reference).containsExactly("quay.io/x/postgres:17");
    assertThat(found.getFirst().source().line()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "args: ['--image=registry/x:tag']            | registry/x:tag",
        "args: ['-sidecarImage=registry/x:tag']      | registry/x:tag",
        "args: [run, --worker-image, 'registry/x:1'] | registry/x:1",
        "args: ['--set=worker.image=registry/x:1']   | registry/x:1",
        "args: ['--images=a/x:1,a/y:2']              | a/x:1 a/y:2",
        "command: [sh, -c, 'go --image \"a/x:1\" &'] | a/x:1",
        "command: [sh, -c, 'JOB_IMAGE=a/x:1 go']     | a/x:1",
        "extraArgs: ['--IMAGE=a/x:1']                | a/x:1"
      })
  void options_that_are_called_images_bring_them_in(String setting, String found) {
    assertThat(references("{" + setting + "}")).containsExactly(found.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "odoo:18",
        "ghcr.io/acme/odoo",
        "bitnami/redis",
        "localhost:5000/erp/odoo:18",
        "ghcr.io/acme/odoo:$(VERSION)",
        "${REGISTRY}/acme/odoo:18"
      })
  void what_can_hardly_be_anything_else_is_an_image(String value) {
    assertThat(references("{env: [{name: JOB_IMAGE, value: '%s'}]}".formatted(value)))
        .containsExactly(value);
  }

  @Test
  void a_digest_is_read_there_too() {
    String value = "ghcr.io/acme/odoo@" + DIGEST;
    assertThat(images("{args: ['--image=%s']}".formatted(value)))
        .extracting(ImageUse::digest)
        .containsExactly(DIGEST);
    assertThat(images("{env: [{name: RELATED_IMAGE_X, value: '%s'}]}".formatted(value)))
        .extracting(ImageUse::digest)
        .containsExactly(DIGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: [{name: SPLASH_IMAGE, value: logo.png}]",
        "env: [{name: SPLASH_IMAGE, value: static/logo.png}]",
        "env: [{name: SPLASH_IMAGE, value: cdn.example.com/logo.SVG}]",
        "env: [{name: SPLASH_IMAGE, value: 'https://cdn.example.com/logo'}]",
        "env: [{name: DISK_IMAGE, value: /var/lib/disk.img}]",
        "env: [{name: DISK_IMAGE, value: ./disk}]",
        "env: [{name: RESIZE_IMAGE, value: 'true'}]",
        "env: [{name: RESIZE_IMAGE, value: '16:9'}]",
        "env: [{name: RESIZE_IMAGE, value: ''}]",
        "env: [{name: JOB_IMAGE, value: $(OTHER)}]",
        "env: [{name: JOB_IMAGE, valueFrom: {configMapKeyRef: {name: x, key: image}}}]",
        "env: [{name: IMAGE_PULL_POLICY, value: 'a/b:1'}]",
        "env: [{name: IMAGE_SERVICE, value: 'images:8080'}]",
        "args: ['--image-pull-policy=a/b:1']",
        "args: ['--image', '--verbose']",
        "args: ['--image']",
        "args: ['--log=a/b:1']",
        "args: [image, 'a/b:1']"
      })
  void what_may_be_something_else_is_none(String setting) {
    assertThat(references("{" + setting + "}")).isEmpty();
  }

  @Test
  void one_place_tells_one_image() {
    String pinned = "x.io/y@" + DIGEST;
    String text =
        """
        apiVersion: example.com/v1
        kind: Platform
        metadata: {name: x}
        spec:
          args: ['--image=%s', --image, '%s']
          env: [{name: A_IMAGE, value: '%s'}]
        """
            .formatted(pinned, pinned, pinned);
    List<ImageUse> found = new ArrayList<>();
    FactReader.standard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), resource -> found.addAll(ImageUse.of(resource)));
    assertThat(found).extracting(ImageUse::reference).containsExactly(pinned, pinned, pinned);
  }
}
