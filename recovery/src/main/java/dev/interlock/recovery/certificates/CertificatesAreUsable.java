package dev.interlock.recovery.certificates;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Surroundings.CertificateFile;
import dev.interlock.evidence.Surroundings.Certificates;
import dev.interlock.recovery.BackupStore;
import java.io.IOException;
import java.io.InputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Saved certificates can be read, each key fits one of them, their issuers are there, and none has
 * run out by now or does soon.
 */
public final class CertificatesAreUsable {

  /** Name of the check of what they are. */
  public static final String NAME = "surroundings/certificates-come-back";

  /** Name of the check of how long they last. */
  public static final String LAST = "surroundings/certificates-last";

  /** Who brings one back that runs out sooner has no time to get another. */
  private static final Duration SOON = Duration.ofDays(14);

  private final BackupStore store;
  private final Instant now;

  /** Out of a store that is open, as of now. */
  public CertificatesAreUsable(BackupStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /** Reads and judges them. */
  public List<Checked> check(Certificates saved) {
    List<Material> read = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try (InputStream in = store.open(saved.part())) {
      KeyFiles files = KeyFiles.read(in);
      for (CertificateFile file : saved.files()) {
        read(file, files, read, wrong);
      }
    } catch (IOException e) {
      wrong.add("can't be unpacked: " + e.getMessage());
    }
    Set<X509Certificate> all = new LinkedHashSet<>();
    read.forEach(it -> all.addAll(it.certificates()));
    read.forEach(it -> keys(it, all, wrong));
    Issuers issuers = new Issuers(all);
    all.stream()
        .filter(it -> it.getBasicConstraints() < 0)
        .map(issuers::gap)
        .filter(it -> !it.isEmpty())
        .forEach(wrong::add);
    return List.of(comesBack(saved, read, wrong), lasts(saved, all));
  }

  private static void read(
      CertificateFile file, KeyFiles files, List<Material> read, List<String> wrong) {
    byte[] bytes = files.files().get(file.name());
    if (bytes == null) {
      wrong.add(file.name() + " is missing");
      return;
    }
    try {
      Material material = new MaterialReader(files.password()).read(file.name(), bytes);
      read.add(material);
      List<String> found = material.certificates().stream().map(Fingerprints::of).toList();
      if (!found.equals(file.certificates()) || material.keys().size() != file.keys()) {
        wrong.add(file.name() + " holds other certificates or keys than were saved");
      }
    } catch (IOException e) {
      wrong.add(file.name() + " " + e.getMessage());
    }
  }

  private static void keys(Material material, Set<X509Certificate> all, List<String> wrong) {
    for (PrivateKey key : material.keys()) {
      if (!KeyFits.any(key, all)) {
        wrong.add("a key in " + material.name() + " fits no certificate");
      }
    }
  }

  private static Checked comesBack(Certificates saved, List<Material> read, List<String> wrong) {
    Map<String, Long> numbers =
        Map.of(
            "files",
            (long) saved.files().size(),
            "certificates",
            read.stream().mapToLong(it -> it.certificates().size()).sum(),
            "keys",
            read.stream().mapToLong(it -> it.keys().size()).sum(),
            "wrong",
            (long) wrong.size());
    return wrong.isEmpty()
        ? Checked.pass(
            NAME, saved.service() + ": all can be read, every key fits, issuers are there", numbers)
        : Checked.fail(NAME, saved.service() + ": " + String.join("; ", wrong), numbers);
  }

  private Checked lasts(Certificates saved, Set<X509Certificate> all) {
    List<String> wrong = new ArrayList<>();
    for (X509Certificate certificate : all) {
      Instant begins = certificate.getNotBefore().toInstant();
      Instant ends = certificate.getNotAfter().toInstant();
      String name = Fingerprints.name(certificate);
      if (begins.isAfter(now)) {
        wrong.add(name + " is not valid before " + begins);
      } else if (!ends.isAfter(now)) {
        wrong.add(name + " ran out at " + ends);
      } else if (!ends.isAfter(now.plus(SOON))) {
        wrong.add(name + " runs out at " + ends + ", in less than " + SOON.toDays() + " days");
      }
    }
    Map<String, Long> numbers =
        Map.of("certificates", (long) all.size(), "wrong", (long) wrong.size());
    if (all.isEmpty()) {
      return Checked.fail(LAST, saved.service() + ": there is no certificate", numbers);
    }
    return wrong.isEmpty()
        ? Checked.pass(LAST, saved.service() + ": none runs out soon", numbers)
        : Checked.fail(LAST, saved.service() + ": " + String.join("; ", wrong), numbers);
  }
}
