package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every document is read, or somebody says that it is not. */
class FoundFilesTest {

  private static final String GROUP =
      EstateFolder.document(
          "Organization", "group", "displayName: G\ncurrency: EUR\ntimeZone: Europe/Vienna");
  private static final String PERSON = EstateFolder.document("Person", "p", "displayName: P");

  @TempDir private Path directory;
  @TempDir private Path elsewhere;
  private EstateFolder folder;

  @BeforeEach
  void good_estate() {
    folder = new EstateFolder(directory).with("group.yaml", GROUP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.YAML", "people/p.Yml"})
  void names_count_in_any_letter_case(String name) {
    folder.with(name, PERSON);

    assertThat(folder.complaints()).isEmpty();
    assertThat(folder.load().estate().find(Person.class, "p")).isPresent();
  }

  @Test
  void linked_folders_and_files_are_read() throws IOException {
    new EstateFolder(elsewhere).with("p.yaml", PERSON);
    Files.createSymbolicLink(directory.resolve("people"), elsewhere);

    assertThat(folder.complaints()).isEmpty();
    assertThat(folder.load().estate().find(Person.class, "p")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.yaml", "people"})
  void a_link_that_leads_to_nothing_is_an_error(String name) throws IOException {
    Files.createSymbolicLink(directory.resolve(name), directory.resolve("nowhere"));

    assertThat(folder.complaints())
        .singleElement()
        .asString()
        .contains(name + ": error: this link leads to nothing", "EST064");
  }

  @Test
  void a_pipe_is_an_error_and_nobody_waits_for_it() throws IOException, InterruptedException {
    Process pipe = new ProcessBuilder("mkfifo", directory.resolve("p.yaml").toString()).start();
    assertThat(pipe.waitFor()).isZero();

    assertThat(folder.codes()).containsExactly("EST064");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p.yaml.bak",
        "p.yaml~",
        ".p.yaml",
        ".people/p.yaml",
        "people/.old/p.yml",
        "p",
        "p.json"
      })
  void what_looks_like_a_document_and_is_passed_over_is_said(String name) {
    folder.with(name, "# The people.\n---\n" + PERSON);

    assertThat(folder.complaints())
        .singleElement()
        .asString()
        .startsWith(name + ": warning: looks like a document of an estate and is not read")
        .contains("EST065");
    assertThat(folder.load().estate().find(Person.class, "p")).isEmpty();
  }

  @Test
  void prose_schemas_and_version_control_are_nothing() {
    folder
        .with("README.md", "# How to\n\nWrite this:\n\n" + PERSON)
        .with(
            "schema.json", "{\"properties\": {\"apiVersion\": {\"const\": \"interlock.dev/v1\"}}}")
        .with(".git/p.yaml", PERSON);

    assertThat(folder.complaints()).isEmpty();
  }
}
