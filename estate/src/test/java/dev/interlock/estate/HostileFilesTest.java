package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that editors, other systems or attackers leave behind. */
class HostileFilesTest {

  private static final String GROUP =
      EstateFolder.document(
          "Organization", "group", "displayName: G\ncurrency: EUR\ntimeZone: Europe/Vienna");

  @TempDir private Path directory;
  private EstateFolder folder;

  @BeforeEach
  void good_estate() {
    folder = new EstateFolder(directory).with("group.yaml", GROUP);
  }

  @Test
  void a_good_estate_has_nothing_wrong() {
    assertThat(folder.complaints()).isEmpty();
  }

  @Test
  void a_missing_directory_is_told() {
    assertThat(new EstateFolder(directory.resolve("nowhere")).complaints())
        .singleElement()
        .asString()
        .contains("expected a directory", "EST001");
  }

  @Test
  void a_file_instead_of_a_directory_is_told() {
    assertThat(new EstateFolder(directory.resolve("group.yaml")).codes()).contains("EST001");
  }

  @Test
  void byte_order_mark_and_windows_line_ends_change_nothing() {
    String digest = folder.load().digest();
    folder.with("group.yaml", "\uFEFF" + GROUP.replace("\n", "\r\n"));

    assertThat(folder.complaints()).isEmpty();
    assertThat(folder.load().estate().find(Organization.class, "group")).isPresent();
    assertThat(folder.load().digest()).isNotEqualTo(digest);
  }

  @Test
  void utf_16_is_read_or_told() {
    folder.with("p.yaml", ("\uFEFF" + GROUP).getBytes(StandardCharsets.UTF_16LE));
    assertThat(folder.load().diagnostics()).isNotEmpty();
  }

  @Test
  void a_tab_is_told_with_its_place() {
    folder.with("p.yaml", "apiVersion: interlock.dev/v1\nkind: Person\nmetadata:\n\tname: p\n");
    assertThat(folder.complaints()).anyMatch(text -> text.startsWith("p.yaml:4:1: error:"));
  }

  @Test
  void a_key_that_stands_twice_is_told() {
    folder.with("p.yaml", EstateFolder.document("Person", "p", "displayName: A\ndisplayName: B"));
    assertThat(folder.complaints())
        .singleElement()
        .asString()
        .contains("p.yaml:7:3", "displayName");
  }

  @Test
  void aliases_that_explode_are_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String all = ("*a" + (i - 1) + ", ").repeat(9);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, all.substring(0, all.length() - 2)));
    }
    folder.with("bomb.yaml", bomb.toString());
    assertThat(folder.complaints()).anyMatch(text -> text.startsWith("bomb.yaml:"));
  }

  @Test
  void nesting_without_end_is_refused() {
    folder.with("deep.yaml", "a: " + "[".repeat(100_000));
    assertThat(folder.complaints()).anyMatch(text -> text.startsWith("deep.yaml:"));
  }

  @Test
  void a_hundred_megabytes_are_refused_with_the_limit() throws IOException {
    Path file = directory.resolve("huge.yaml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(100L << 20);
    }
    assertThat(folder.complaints().getFirst())
        .startsWith("huge.yaml: error:")
        .contains("16777216", "split the file");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    folder.with("image.yaml", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xFF});
    assertThat(folder.complaints()).anyMatch(text -> text.startsWith("image.yaml"));
  }

  @Test
  void an_empty_file_and_comments_alone_are_nothing() {
    folder.with("empty.yaml", "").with("comment.yaml", "# nothing yet\n---\n");
    assertThat(folder.complaints()).isEmpty();
  }

  @Test
  void a_link_that_leads_to_itself_does_no_harm() throws IOException {
    Files.createSymbolicLink(directory.resolve("loop"), directory);
    assertThat(folder.load().estate().size()).isEqualTo(1);
    assertThat(folder.complaints())
        .singleElement()
        .asString()
        .startsWith("loop: warning: this link leads in a circle");
  }
}
