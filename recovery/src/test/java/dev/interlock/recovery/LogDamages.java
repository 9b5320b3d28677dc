package dev.interlock.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can happen to a base backup and its log, and which check catches it. */
final class LogDamages {

  static final String LOG = "backup/log-is-whole";
  private static final String PARTS = "backup/parts-are-whole";
  private static final String RESTORE = "restore/database-comes-back";
  private static final String HISTORY = "00000002.history";

  private LogDamages() {}

  /** Whatever shows as soon as all of the log is read. */
  static Stream<Damage<LogStore>> all() {
    return Stream.of(
            Stream.of(new Damage<LogStore>("nothing", "", _ -> "")),
            ofLateFiles(),
            ofOtherFiles(),
            ofHistory(),
            ofBase())
        .flatMap(it -> it);
  }

  /** Files of the log that only later moments need. */
  static Stream<Damage<LogStore>> ofLateFiles() {
    return Stream.of(
        log("middle file is gone", it -> gone(it, it.middle())),
        log("last file is gone", it -> gone(it, it.last())),
        log("middle file and its record are gone", LogDamages::goneWithRecord),
        log("middle file is cut by a byte", it -> cut(it, 1)),
        log("middle file is cut in half", it -> cut(it, 8 << 20)),
        log("middle file is empty", it -> cut(it, Integer.MAX_VALUE)),
        log("middle file is longer", it -> cut(it, -1)),
        log("bit in middle file", it -> flip(it, it.middle(), 12_345)),
        log("bit in last file", it -> flip(it, it.last(), 9_999)));
  }

  private static Stream<Damage<LogStore>> ofOtherFiles() {
    return Stream.of(
        log("first file is gone", it -> gone(it, it.first())),
        log("last needed file is gone", it -> gone(it, it.lastNeeded())),
        log("middle record is gone", it -> record(it, it.middle(), null)),
        log("middle record is edited", it -> record(it, it.middle(), "{}")),
        log("bit at the beginning", it -> flip(it, it.middle(), 0)),
        log("two files are swapped", LogDamages::swapped));
  }

  private static Stream<Damage<LogStore>> ofHistory() {
    return Stream.of(
        log("history is gone", it -> gone(it, HISTORY)),
        log("history and its record are gone", LogDamages::noHistory),
        log("bit in history", it -> flip(it, HISTORY, 3)));
  }

  private static Stream<Damage<LogStore>> ofBase() {
    return Stream.of(
        base("base is gone", it -> Files.delete(it.path())),
        base("base is cut", it -> it.write(Arrays.copyOf(it.content(), 100_000))),
        base("bit in base", ChangedFile::flipInMiddle));
  }

  /** What is wrong in the copy of a server that was signed as it is. */
  static Stream<Damage<LogStore>> ofCopy() {
    String control = "global/pg_control";
    return Stream.of(
        copy("no backup_label", "backup_label", _ -> null, "backup_label"),
        copy("pg_control damaged", control, it -> flipped(it, 50), ""),
        copy("pg_control empty", control, _ -> new byte[0], ""),
        copy("pg_control of another server", control, it -> flipped(it, 2), ""));
  }

  private static Damage<LogStore> log(String name, Damage.Deed<LogStore> deed) {
    return new Damage<>(name, LOG, deed);
  }

  private static String gone(LogStore log, String name) throws IOException {
    Files.delete(log.file(name).path());
    return name + " is missing";
  }

  private static String goneWithRecord(LogStore log) throws IOException {
    Files.delete(log.record(log.middle()).path());
    return gone(log, log.middle());
  }

  private static String noHistory(LogStore log) throws IOException {
    Files.delete(log.record(HISTORY).path());
    Files.delete(log.file(HISTORY).path());
    return "of which no history tells";
  }

  private static String record(LogStore log, String name, @Nullable String content)
      throws IOException {
    Files.delete(log.record(name).path());
    if (content == null) {
      return name + " is missing";
    }
    Files.writeString(log.record(name).path(), content);
    return name + " has no record that counts";
  }

  private static String cut(LogStore log, int bytes) throws IOException {
    log.file(log.middle()).cut(bytes);
    return log.middle();
  }

  private static String flip(LogStore log, String name, int at) throws IOException {
    log.file(name).flip(at);
    return name;
  }

  private static String swapped(LogStore log) throws IOException {
    log.file(log.middle()).swap(log.file(log.last()));
    return log.middle();
  }

  private interface OfFile {
    void to(ChangedFile file) throws IOException;
  }

  private static Damage<LogStore> base(String name, OfFile deed) {
    return new Damage<>(
        name,
        PARTS,
        log -> {
          deed.to(log.part());
          return TakeBaseBackup.COPY;
        });
  }

  private interface Change {
    /** Null removes the file. */
    byte @Nullable [] of(byte[] content);
  }

  private static Damage<LogStore> copy(String name, String file, Change change, String told) {
    return new Damage<>(
        name,
        RESTORE,
        log -> {
          new ChangedCopy(log.part().path()).change(file, change::of);
          return told;
        });
  }

  private static byte[] flipped(byte[] content, int at) {
    content[at] ^= 16;
    return content;
  }
}
