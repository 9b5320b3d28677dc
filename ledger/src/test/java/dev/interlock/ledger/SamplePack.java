package dev.interlock.ledger;

import dev.interlock.ledger.Statement.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A pack with three of six entries and two files, and what somebody can make of it who shares no
 * code with the product.
 */
final class SamplePack {

  static final SigningKey NORTH = Samples.key("plant manager north");
  static final List<VerificationKey> TRUSTED = List.of(Samples.PUBLIC, NORTH.verificationKey());
  static final String PLAN = "the plan";

  private final Path directory;

  SamplePack(Path directory) {
    this.directory = directory;
  }

  /** Where its ledger is. */
  Path ledger() {
    return directory.resolve("erp.ledger");
  }

  /** Writes the pack. */
  Path write(String name) throws IOException {
    Path plan = Files.writeString(directory.resolve("plan.txt"), PLAN);
    Path other = Files.writeString(directory.resolve("other.txt"), "something else");
    Path zip = directory.resolve(name);
    try (Ledger ledger = Samples.open(ledger())) {
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

  /** The entry that a plant manager signed. */
  static Envelope approval() {
    Subject subject = Subject.sha256("plan", sha256(PLAN.getBytes(StandardCharsets.UTF_8)));
    return Envelope.sign(
        new Statement(List.of(subject), "https://example.com/approval", Bytes.utf8("{\"a\":1}")),
        NORTH);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** What verification finds wrong with a pack of these files. */
  List<String> problems(Map<String, byte[]> contents) throws IOException {
    return EvidencePack.verify(zip(contents), TRUSTED).problems();
  }

  /** Every file in a pack. */
  static Map<String, byte[]> contents(Path zip) throws IOException {
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

  /** The same files with a manifest that fits them. */
  static Map<String, byte[]> withManifest(Map<String, byte[]> contents) {
    contents.remove("MANIFEST.sha256");
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
      lines.add(sha256(entry.getValue()) + "  " + entry.getKey() + "\n");
    }
    contents.put("MANIFEST.sha256", String.join("", lines).getBytes(StandardCharsets.UTF_8));
    return contents;
  }

  /** A pack of these files. */
  Path zip(Map<String, byte[]> contents) throws IOException {
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
}
