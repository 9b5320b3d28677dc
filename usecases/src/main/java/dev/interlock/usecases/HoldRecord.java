package dev.interlock.usecases;

import dev.interlock.evidence.Custody;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** How holds and their ends lie in a store: signed records that are never replaced or removed. */
final class HoldRecord {

  /** The end of the name of the approval that lies beside a release. */
  static final String APPROVAL = ".approval.dsse.json";

  private static final String RECORD = ".dsse.json";
  private static final int DIGITS = 12;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private HoldRecord() {}

  /** A name that no other record has. */
  static String name(String environment, Instant at, byte[] signed) {
    return StoreLayout.hold(environment, STAMP.format(at) + end(signed));
  }

  /** False for one whose content is not what its name was made of. */
  static boolean isWhole(String name, byte[] content) {
    return name.endsWith(end(content));
  }

  private static String end(byte[] signed) {
    return "-" + PackFiles.sha256(signed).substring(0, DIGITS) + RECORD;
  }

  /** Where the approval of a release lies. */
  static String approval(String name) {
    return (name.endsWith(RECORD) ? name.substring(0, name.length() - RECORD.length()) : name)
        + APPROVAL;
  }

  /** A hold of one backup. */
  static String line(BackupId id, String record) {
    return id + " " + record;
  }

  /** Of exactly the holds that a release names; those stand as the reasons of each backup. */
  static String digest(Custody release) {
    return SecondPerson.digest(
        release.backups().stream()
            .flatMap(it ->
                it.reasons().stream()
                    .map(record ->
                        line(new BackupId(release.environment(), it.backup()), record) + "\n"))
            .sorted()
            .collect(Collectors.joining()));
  }

  /** Stores one. */
  static void put(BackupStore store, String name, byte[] signed) {
    try {
      store.put(name, new ByteArrayInputStream(signed), null);
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(), "cannot store " + name + ": " + e.getMessage(), e);
    }
  }
}
