package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ledger.Bytes;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files can be handed in. */
class SubmissionTest {

  private static Submission of(String... paths) {
    TreeMap<String, Bytes> files = new TreeMap<>();
    for (String path : paths) {
      files.put(path, Bytes.utf8("x"));
    }
    return new Submission(paths[0], files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../c.yaml", "/etc/passwd", "a/../c.yaml", "a/./c.yaml", "./c.yaml", "a//c.yaml", "a/",
        "", "a\\c.yaml", "C:/c.yaml", "a\u0000b", "a\nb", "..", " "
      })
  void a_path_that_leads_elsewhere_is_refused(String path) {
    assertThatThrownBy(() -> of(path))
        .isInstanceOfSatisfying(
            RegisterRefused.class, r -> assertThat(r.code()).isEqualTo(RegisterCode.BAD_PATH));
  }

  @Test
  void plain_paths_are_taken() {
    assertThat(of("changes/c.yaml", "manifests/odoo.yaml", ".hidden", "ü x/y").files()).hasSize(4);
  }

  @Test
  void a_file_can_not_be_a_folder_too() {
    assertThatThrownBy(() -> of("a", "a/b")).hasMessageContaining("both a file and a folder");
  }

  @Test
  void the_change_must_be_among_them() {
    TreeMap<String, Bytes> files = new TreeMap<>();
    files.put("a", Bytes.utf8("x"));
    assertThatThrownBy(() -> new Submission("b", files)).hasMessageContaining("not among them");
  }

  @Test
  void more_or_larger_files_than_it_takes_are_refused() {
    TreeMap<String, Bytes> many = new TreeMap<>();
    for (int i = 0; i <= Submission.MOST_FILES; i++) {
      many.put("f" + i, Bytes.utf8("x"));
    }
    assertThatThrownBy(() -> new Submission("f0", many)).hasMessageContaining("at most 2000 files");
    TreeMap<String, Bytes> large = new TreeMap<>();
    large.put("f", Bytes.of(new byte[Submission.MOST_BYTES + 1]));
    assertThatThrownBy(() -> new Submission("f", large)).hasMessageContaining("at most 16 MB");
  }
}
