package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "https://user:word@r.example/odoo:latest ; https://***@r.example/odoo:latest",
        "https://token@r.example/odoo ; https://***@r.example/odoo",
        "user:word@r.example:5000/odoo:17 ; ***@r.example:5000/odoo:17",
        "DOCKER|user:word@r.example/x ; DOCKER|***@r.example/x",
        "image \"user:word@r.example/odoo\" floats ; image \"***@r.example/odoo\" floats",
        "user:word@r.example/odoo@sha256:0123456789abcdef0123456789abcdef ;"
            + " ***@r.example/odoo@sha256:0123456789abcdef0123456789abcdef",
      })
  void are_hidden(String text, String shown) {
    assertThat(Credentials.hidden(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "odoo:17",
        "odoo:17@sha256:0123456789abcdef0123456789abcdef",
        "odoo@sha256:0123456789abcdef0123456789abcdef",
        "registry.example:5000/erp/odoo:17@sha256:0123456789abcdef0123456789abcdef",
        "https://r.example/odoo@sha256:0123456789abcdef0123456789abcdef",
        "asked of anna@plant.example"
      })
  void nothing_else_is(String text) {
    assertThat(Credentials.hidden(text)).isEqualTo(text);
  }

  @Test
  void an_image_is_told_without_them() {
    ImageUse use =
        new ImageUse(
            "https://user:word@r.example/odoo:17",
            dev.interlock.finding.SourceRef.file("a.yaml"),
            false);
    assertThat(use.toString()).doesNotContain("word").contains("r.example/odoo:17");
  }
}
