package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {

  private static final String PERSON = EstateFolder.document("Person", "p", "displayName: P");
  private static final String CALENDAR =
      EstateFolder.document("Calendar", "c", "displayName: C\neffect: freeze\nfile: c.ics");

  @TempDir private Path one;
  @TempDir private Path other;

  private static EstateFolder filled(Path directory) {
    return new EstateFolder(directory)
        .with("people/p.yaml", PERSON)
        .with("c.yaml", CALENDAR)
        .with("c.ics", "BEGIN:VCALENDAR\n");
  }

  @Test
  void anyone_can_compute_it_with_sha256sum() throws NoSuchAlgorithmException {
    String lines =
        sha256("BEGIN:VCALENDAR\n")
            + "  c.ics\n"
            + sha256(CALENDAR)
            + "  c.yaml\n"
            + sha256(PERSON)
            + "  people/p.yaml\n";

    assertThat(filled(one).load().digest()).isEqualTo("sha256:" + sha256(lines));
  }

  @Test
  void it_does_not_depend_on_where_the_directory_lies() {
    assertThat(filled(one).load().digest()).isEqualTo(filled(other).load().digest());
  }

  @Test
  void it_changes_with_a_calendar_file() throws IOException {
    EstateFolder folder = filled(one);
    String before = folder.load().digest();
    assertThat(folder.with("c.ics", "BEGIN:VCALENDAR\n\n").load().digest()).isNotEqualTo(before);
  }

  @Test
  void files_that_are_no_part_of_the_estate_do_not_count() {
    EstateFolder folder = filled(one);
    String before = folder.load().digest();
    folder
        .with("change.yaml", "apiVersion: interlock.dev/v1\nkind: Change\nmetadata: {name: x}\n")
        .with("README.md", "x")
        .with("other.ics", "x");
    assertThat(folder.load().digest()).isEqualTo(before);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
