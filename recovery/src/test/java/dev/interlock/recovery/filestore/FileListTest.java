package dev.interlock.recovery.filestore;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.RecoveryCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileListTest {

  private static final String A = "aa/aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";
  private static final String B = "bb/bbf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";

  @TempDir private Path temp;

  private FileList list(String text) throws IOException {
    return FileList.at(Files.writeString(temp.resolve("files.list"), text));
  }

  @Test
  void what_was_written_is_read() throws IOException {
    List<AttachmentFile> files =
        List.of(new AttachmentFile(A, 0), new AttachmentFile(B, 999_999_999_999L));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FileListWriter writer = new FileListWriter(out)) {
      writer.add(files.get(0));
      writer.add(files.get(1));
      assertThat(writer.finish()).isEqualTo(new FileTotals(2, 999_999_999_999L));
    }
    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo(A + " 0\n" + B + " 999999999999\ntotal 2 999999999999\n");
    FileList list = list(out.toString(StandardCharsets.US_ASCII));
    assertThat(list.totals()).isEqualTo(new FileTotals(2, 999_999_999_999L));
    try (FileListReader reader = list.open()) {
      List<AttachmentFile> read = new ArrayList<>();
      reader.forEachRemaining(read::add);
      assertThat(read).isEqualTo(files);
    }
  }

  @Test
  void empty_list_is_one() throws IOException {
    assertThat(list("total 0 0\n").totals()).isEqualTo(FileTotals.NONE);
  }

  @Test
  void unsorted_and_repeated_names_are_not_written() throws IOException {
    try (FileListWriter writer = new FileListWriter(new ByteArrayOutputStream())) {
      writer.add(new AttachmentFile(B, 1));
      for (String name : List.of(A, B)) {
        assertThatThrownBy(() -> writer.add(new AttachmentFile(name, 1)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("sort");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | ''  | cut off",
        "2 | A 1\\n | cut off",
        "2 | A 1\\nB 2 | cut off",
        "3 | A 1\\nB 2\\n | cut off",
        "3 | A 1\\nB 2\\ntotal 2 3 | cut off",
        "1 | A\\ntotal 1 1\\n | number of bytes",
        "1 | A -1\\ntotal 1 1\\n | number of bytes",
        "1 | A 01\\ntotal 1 1\\n | number of bytes",
        "1 | A  1\\ntotal 1 1\\n | number of bytes",
        "1 | A 1 \\ntotal 1 1\\n | number of bytes",
        "1 | A 99999999999999999999\\ntotal 1 1\\n | number of bytes",
        "1 | ../../../../etc/passwd 1\\n | hexadecimal",
        "1 | \\n | hexadecimal",
        "1 | A 1\\r\\n | number of bytes",
        "2 | A 1\\nA 1\\ntotal 2 2\\n | sorted",
        "2 | B 1\\nA 1\\ntotal 2 2\\n | sorted",
        "2 | A 1\\ntotal 2 1\\n | 1 files of 1 bytes",
        "2 | A 1\\ntotal 1 2\\n | total differs",
        "3 | A 1\\ntotal 1 1\\nx | after the total",
      })
  void what_is_wrong_is_told_with_its_line(int line, String text, String why) throws IOException {
    FileList list =
        list(text.replace("\\n", "\n").replace("\\r", "\r").replace("A", A).replace("B", B));
    assertFault(RecoveryCode.BACKUP_DAMAGED, list::totals, "files.list:" + line + ": ", why);
  }

  @Test
  void endless_line_is_not_read_into_memory() throws IOException {
    assertFault(RecoveryCode.BACKUP_DAMAGED, list("a".repeat(5_000_000))::totals, "files.list:1: ");
  }

  @Test
  void missing_list_is_told() {
    assertFault(
        RecoveryCode.STORE_FAILED, FileList.at(temp.resolve("gone"))::totals, "gone", "no such");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aa",
        "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
        "ab/aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
        "aa/AAF4C61DDCC5E8A2DABEDE0F3B482CD9AEA9434D",
        "aa/aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434",
        "aa/aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434dd",
        "../../../aaf4c61ddcc5e8a2dabede0f3b482cd9aea",
        "aa\\aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"
      })
  void only_names_as_odoo_gives_them_are_names(String name) {
    assertThatThrownBy(() -> new AttachmentFile(name, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
