package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ZIP that is built to harm, or is none. */
class EvidencePackZipTest {

  @TempDir Path directory;

  private SamplePack sample;
  private Path file;

  @BeforeEach
  void a_pack() throws IOException {
    sample = new SamplePack(directory);
    file = sample.write("pack.zip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "/etc/evil",
        "entries/../../evil",
        "a\\..\\evil",
        "C:evil",
        "folder/",
        "a//b",
        "./a",
        "nul\u0000l",
        "line\nbreak",
        "dot.",
        "readme.TXT"
      })
  void dangerous_names_are_refused(String name) throws IOException {
    Map<String, byte[]> contents = SamplePack.contents(file);
    contents.put(name, new byte[0]);
    assertError(LedgerError.BAD_PACK, () -> sample.problems(contents));
  }

  @Test
  void pack_that_cannot_be_written_leaves_nothing() throws IOException {
    Path fleeting = Files.writeString(directory.resolve("fleeting.txt"), "x");
    Path zip = directory.resolve("new.zip");
    try (Ledger ledger = Samples.open(sample.ledger())) {
      var pack = EvidencePack.of(ledger, Samples.PUBLIC).entry(0).attach("z.txt", fleeting);
      assertError(LedgerError.NOT_FOUND, () -> pack.writeTo(zip, done -> delete(fleeting)));
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).noneMatch(path -> path.toString().contains("new.zip"));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void name_that_is_there_twice_is_refused() throws IOException {
    Map<String, byte[]> contents = SamplePack.contents(file);
    contents.put("attachments/twim.txt", new byte[0]);
    contents.put("attachments/twin.txt", new byte[0]);
    byte[] bytes = Files.readAllBytes(sample.zip(contents));
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("twim", "twin");
    Path twice = directory.resolve("twice.zip");
    Files.write(twice, text.getBytes(StandardCharsets.ISO_8859_1));
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(twice, SamplePack.TRUSTED));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void bytes_that_belong_to_no_file_are_refused(int where) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] more = "TRAILING".repeat(100).getBytes(StandardCharsets.UTF_8);
    int placeOfDirectory = bytes.length - 6;
    int directoryAt =
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(placeOfDirectory);
    int at = List.of(0, directoryAt, bytes.length).get(where);
    byte[] padded = new byte[bytes.length + more.length];
    ByteBuffer out = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
    out.put(bytes, 0, at).put(more).put(bytes, at, bytes.length - at);
    if (at == directoryAt) {
      out.putInt(placeOfDirectory + more.length, directoryAt + more.length);
    }
    Path odd = Files.write(directory.resolve("odd.zip"), padded);
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(odd, SamplePack.TRUSTED));
  }

  @Test
  void compressed_files_are_refused_before_they_can_grow() throws IOException {
    Path bomb = directory.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("MANIFEST.sha256"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(bomb, SamplePack.TRUSTED));
  }

  @Test
  void compression_is_refused_even_where_nothing_grows() throws IOException {
    Path compressed = directory.resolve("compressed.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(compressed))) {
      zip.setLevel(0);
      for (Map.Entry<String, byte[]> entry : SamplePack.contents(file).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(compressed, SamplePack.TRUSTED));
  }

  @Test
  void two_descriptions_that_differ_are_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int local = text.indexOf("attachments/other.txt");
    bytes[local + "attachments/".length()] = 'x';
    Path differing = Files.write(directory.resolve("differing.zip"), bytes);
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(differing, SamplePack.TRUSTED));
  }

  @Test
  void what_is_no_zip_or_no_pack_is_refused() throws IOException {
    Path text = Files.writeString(directory.resolve("a.zip"), "hello");
    Path empty = sample.zip(new TreeMap<>(Map.of("a", new byte[0])));
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(text, SamplePack.TRUSTED));
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(empty, SamplePack.TRUSTED));
    assertError(
        LedgerError.NOT_FOUND,
        () -> EvidencePack.verify(directory.resolve("missing.zip"), SamplePack.TRUSTED));
  }
}
