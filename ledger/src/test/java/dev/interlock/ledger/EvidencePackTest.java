package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.PackVerification.Attachment;
import dev.interlock.ledger.PackVerification.ProvenEntry;
import dev.interlock.ledger.Statement.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePackTest {

  private static final SigningKey NORTH = Samples.key("plant manager north");
  private static final List<VerificationKey> TRUSTED =
      List.of(Samples.PUBLIC, NORTH.verificationKey());
  private static final String PLAN = "the plan";

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void writePack() throws Exception {
    file = pack("pack.zip");
  }

  private Path pack(String name) throws Exception {
    Path plan = Files.writeString(directory.resolve("plan.txt"), PLAN);
    Path other = Files.writeString(directory.resolve("other.txt"), "something else");
    Path zip = directory.resolve(name);
    try (Ledger ledger = Samples.open(directory.resolve("erp.ledger"))) {
      if (ledger.size() == 0) {
        ledger.append(List.of(Bytes.utf8("zero"), approval().toJson(), Bytes.utf8("two")));
        ledger.append(List.of(Bytes.utf8("three"), Bytes.utf8("{}"), Bytes.utf8("")));
      }
      EvidencePack.of(ledger, Samples.PUBLIC)
          .attach("plans/plan.txt", plan)
          .attach("other.txt", other)
          .key("plant-manager-north", NORTH.verificationKey())
          .entry(5)
          .entry(1)
          .entry(0)
          .entry(1)
          .writeTo(zip);
    }
    return zip;
  }

  private static Envelope approval() throws Exception {
    Subject subject = Subject.sha256("plan", sha256(PLAN.getBytes(StandardCharsets.UTF_8)));
    return Envelope.sign(
        new Statement(List.of(subject), "https://example.com/approval", Bytes.utf8("{\"a\":1}")),
        NORTH);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void pack_holds_and_tells_what_it_proves() throws Exception {
    PackVerification found = EvidencePack.verify(file, TRUSTED);
    assertThat(found.problems()).isEmpty();
    assertThat(found.holds()).isTrue();
    assertThat(found.checkpoint().checkpoint().size()).isEqualTo(6);
    assertThat(found.entries()).extracting(ProvenEntry::index).containsExactly(0L, 1L, 5L);
    assertThat(found.entries().get(1).signers()).containsExactly(NORTH.verificationKey());
    assertThat(found.entries().get(1).sha256()).isEqualTo(sha256(approval().toJson().toArray()));
    assertThat(found.attachments())
        .containsExactly(
            new Attachment(
                "other.txt", sha256("something else".getBytes(StandardCharsets.UTF_8)), List.of()),
            new Attachment(
                "plans/plan.txt", sha256(PLAN.getBytes(StandardCharsets.UTF_8)), List.of(1L)));
  }

  @Test
  void same_content_gives_the_same_bytes_at_any_time_and_place() throws Exception {
    assertThat(Files.readAllBytes(pack("again.zip"))).isEqualTo(Files.readAllBytes(file));
    assertThat(contents(file).keySet())
        .containsExactly(
            "MANIFEST.sha256",
            "README.txt",
            "attachments/other.txt",
            "attachments/plans/plan.txt",
            "checkpoint.txt",
            "entries/000000000000.bin",
            "entries/000000000001.json",
            "entries/000000000005.bin",
            "keys/ledger.pem",
            "keys/plant-manager-north.pem",
            "proofs/000000000000.tlog-proof",
            "proofs/000000000001.tlog-proof",
            "proofs/000000000005.tlog-proof");
  }

  @Test
  void keys_in_the_pack_are_not_trusted() {
    VerificationKey stranger = Samples.key("stranger").verificationKey();
    assertThat(EvidencePack.verify(file, List.of(stranger)).problems())
        .containsExactly("checkpoint.txt is not signed by a trusted key");
  }

  @Test
  void commands_of_its_own_readme_verify_it() throws Exception {
    for (String tool : List.of("bash", "openssl", "sha256sum", "awk", "od")) {
      requireTool(tool);
    }
    Path unpacked = unpack(file);
    String script =
        Files.readAllLines(unpacked.resolve("README.txt")).stream()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    String signature = "\nsigned entries/000000000001.json keys/plant-manager-north.pem\n";
    Run good = bash(unpacked, script + signature);
    assertThat(good.output())
        .contains(Samples.PUBLIC.id())
        .contains("entry 0: in the ledger", "entry 1: in the ledger", "entry 5: in the ledger")
        .contains("\"predicate\":{\"a\":1}");
    assertThat(good.output().split("Signature Verified Successfully", -1)).hasSize(3);
    assertThat(good.status()).isZero();
    Files.writeString(unpacked.resolve("entries/000000000000.bin"), "Zero");
    assertThat(bash(unpacked, script).status()).isNotZero();
    String trusting = script.replace("sha256sum --check", "true");
    assertThat(bash(unpacked, trusting).output()).contains("entry 0: NOT IN THE LEDGER");
  }

  private record Run(int status, String output) {}

  private static Run bash(Path place, String script) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-e", "-o", "pipefail")
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static void requireTool(String name) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    if (!found) {
      Assumptions.abort("skipped: " + name + " absent");
    }
  }

  @Test
  void changed_entry_is_found_even_when_the_manifest_was_changed_with_it() throws Exception {
    Map<String, byte[]> contents = contents(file);
    contents.put("entries/000000000000.bin", new byte[] {1});
    assertThat(problems(contents)).hasSize(2);
    assertThat(problems(withManifest(contents)))
        .containsExactly("entry 000000000000: the proof does not hold");
  }

  @Test
  void entry_under_another_index_is_found() throws Exception {
    Map<String, byte[]> contents = contents(file);
    contents.put("entries/000000000002.bin", contents.remove("entries/000000000000.bin"));
    contents.put(
        "proofs/000000000002.tlog-proof", contents.remove("proofs/000000000000.tlog-proof"));
    assertThat(problems(withManifest(contents)))
        .containsExactly("entry 000000000002: its proof is for entry 0");
  }

  @Test
  void missing_and_foreign_files_are_named() throws Exception {
    Map<String, byte[]> contents = contents(file);
    contents.remove("attachments/other.txt");
    contents.remove("proofs/000000000005.tlog-proof");
    contents.put("attachments/new.txt", new byte[0]);
    assertThat(problems(contents))
        .contains(
            "attachments/new.txt is not in the manifest",
            "attachments/other.txt is in the manifest but not in the pack")
        .anyMatch(problem -> problem.startsWith("entry 000000000005: "));
  }

  @Test
  void checkpoint_of_another_ledger_does_not_fit_the_proofs() throws Exception {
    Map<String, byte[]> contents = contents(file);
    Checkpoint other = Checkpoint.of(Samples.ORIGIN, 6, Bytes.of(new byte[32]), null);
    contents.put(
        "checkpoint.txt",
        SignedCheckpoint.sign(other, Samples.KEY).note().getBytes(StandardCharsets.UTF_8));
    assertThat(problems(withManifest(contents)))
        .hasSize(3)
        .allMatch(problem -> problem.endsWith("its proof leads to another checkpoint"));
  }

  @Test
  void every_changed_byte_is_found_or_changes_nothing_that_counts() throws Exception {
    byte[] good = Files.readAllBytes(file);
    PackVerification expected = EvidencePack.verify(file, List.of(Samples.PUBLIC));
    Path changed = directory.resolve("changed.zip");
    int harmless = 0;
    int readme = new String(good, StandardCharsets.ISO_8859_1).indexOf("Evidence from the ledger");
    for (int at = 0; at < good.length; at += at > readme && at < readme + 4000 ? 17 : 1) {
      byte[] bytes = good.clone();
      bytes[at] ^= (byte) (1 << at % 8);
      Files.write(changed, bytes);
      try {
        PackVerification found = EvidencePack.verify(changed, List.of(Samples.PUBLIC));
        if (found.holds()) {
          assertThat(found).as("byte %d", at).isEqualTo(expected);
          harmless++;
        }
      } catch (LedgerException e) {
        assertThat(e.error().kind()).as("byte %d: %s", at, e).isEqualTo(LedgerError.Kind.INPUT);
      }
    }
    assertThat(harmless).as("times, attributes and the like").isLessThan(good.length / 8);
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
  void dangerous_names_are_refused(String name) throws Exception {
    Map<String, byte[]> contents = contents(file);
    contents.put(name, new byte[0]);
    assertError(LedgerError.BAD_PACK, () -> problems(contents));
  }

  @Test
  void name_that_is_there_twice_is_refused() throws Exception {
    Map<String, byte[]> contents = contents(file);
    contents.put("attachments/twim.txt", new byte[0]);
    contents.put("attachments/twin.txt", new byte[0]);
    byte[] bytes = Files.readAllBytes(write(contents));
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("twim", "twin");
    Path twice = directory.resolve("twice.zip");
    Files.write(twice, text.getBytes(StandardCharsets.ISO_8859_1));
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(twice, TRUSTED));
  }

  @Test
  void compressed_files_are_refused_before_they_can_grow() throws Exception {
    Path bomb = directory.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("MANIFEST.sha256"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(bomb, TRUSTED));
  }

  @Test
  void compression_is_refused_even_where_nothing_grows() throws Exception {
    Path compressed = directory.resolve("compressed.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(compressed))) {
      zip.setLevel(0);
      for (Map.Entry<String, byte[]> entry : contents(file).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(compressed, TRUSTED));
  }

  @Test
  void two_descriptions_that_differ_are_refused() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int local = text.indexOf("attachments/other.txt");
    bytes[local + "attachments/".length()] = 'x';
    Path differing = Files.write(directory.resolve("differing.zip"), bytes);
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(differing, TRUSTED));
  }

  @Test
  void what_is_no_zip_or_no_pack_is_refused() throws Exception {
    Path text = Files.writeString(directory.resolve("a.zip"), "hello");
    Path empty = write(new TreeMap<>(Map.of("a", new byte[0])));
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(text, TRUSTED));
    assertError(LedgerError.BAD_PACK, () -> EvidencePack.verify(empty, TRUSTED));
    assertError(
        LedgerError.NOT_FOUND,
        () -> EvidencePack.verify(directory.resolve("missing.zip"), TRUSTED));
  }

  @Test
  void pack_cannot_be_made_with_a_wrong_key_or_a_dangerous_name() {
    try (Ledger ledger = Samples.open(directory.resolve("erp.ledger"))) {
      assertError(LedgerError.WRONG_KEY, () -> EvidencePack.of(ledger, NORTH.verificationKey()));
      EvidencePack pack = EvidencePack.of(ledger, Samples.PUBLIC);
      assertError(LedgerError.BAD_PACK, () -> pack.attach("../x", file));
      assertError(LedgerError.BAD_PACK, () -> pack.key("a/b", Samples.PUBLIC));
      assertError(LedgerError.BAD_PACK, () -> pack.key("Ledger", Samples.PUBLIC));
      pack.attach("missing", directory.resolve("missing"));
      assertError(LedgerError.NOT_FOUND, () -> pack.writeTo(directory.resolve("none.zip")));
      assertThat(directory.resolve("none.zip")).doesNotExist();
    }
  }

  private List<String> problems(Map<String, byte[]> contents) throws Exception {
    return EvidencePack.verify(write(contents), TRUSTED).problems();
  }

  private static Map<String, byte[]> contents(Path zip) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (ZipFile in = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        try (InputStream stream = in.getInputStream(entry)) {
          contents.put(entry.getName(), stream.readAllBytes());
        }
      }
    }
    return contents;
  }

  private static Map<String, byte[]> withManifest(Map<String, byte[]> contents) throws Exception {
    contents.remove("MANIFEST.sha256");
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
      lines.add(sha256(entry.getValue()) + "  " + entry.getKey() + "\n");
    }
    contents.put("MANIFEST.sha256", String.join("", lines).getBytes(StandardCharsets.UTF_8));
    return contents;
  }

  private Path write(Map<String, byte[]> contents) throws IOException {
    Path zip = directory.resolve("made.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
        ZipEntry stored = new ZipEntry(entry.getKey());
        CRC32 crc = new CRC32();
        crc.update(entry.getValue());
        stored.setMethod(ZipEntry.STORED);
        stored.setCrc(crc.getValue());
        stored.setSize(entry.getValue().length);
        out.putNextEntry(stored);
        out.write(entry.getValue());
      }
    }
    return zip;
  }

  private Path unpack(Path zip) throws IOException {
    Path place = directory.resolve("unpacked");
    for (Map.Entry<String, byte[]> entry : contents(zip).entrySet()) {
      Path target = place.resolve(entry.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, entry.getValue());
    }
    return place;
  }
}
