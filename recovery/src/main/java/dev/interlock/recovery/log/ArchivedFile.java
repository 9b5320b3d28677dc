package dev.interlock.recovery.log;

import dev.interlock.evidence.Backup.Branch;
import dev.interlock.recovery.postgres.physical.Timelines;
import dev.interlock.recovery.postgres.physical.WalScan;
import dev.interlock.recovery.postgres.physical.WalSegment;
import dev.interlock.recovery.postgres.physical.WalSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that a server archives: a part of its log, or the history of a timeline. */
public record ArchivedFile(Path path) {

  /** Its name, by which it is known everywhere. */
  public String name() {
    return path.getFileName().toString();
  }

  /** It must be shipped. */
  public boolean counts() {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && (isSegment() || Timelines.isHistory(name()));
  }

  /** It is a part of the log itself. */
  public boolean isSegment() {
    return name().matches("[0-9A-F]{24}");
  }

  /** Where courses of history branched off; none in a part of the log. */
  public List<Branch> branches() throws IOException {
    return isSegment() ? List.of() : Timelines.read(path);
  }

  /**
   * Requires that it is what its name says, of this server and of full length.
   *
   * @throws IOException when it is not
   */
  public void require(WalSource source) throws IOException {
    if (isSegment()) {
      source.require(path);
    }
  }

  /**
   * What its records say.
   *
   * @param newest when the last transaction in it ended; null when none did
   * @param damage what is wrong with it, in words; empty when nothing is
   * @param unfinished true when a server may still be writing it
   */
  public record Content(@Nullable Instant newest, String damage, boolean unfinished) {}

  /** Reads all of it. */
  public Content read(WalSource source) throws IOException {
    if (!isSegment()) {
      return new Content(null, "", false);
    }
    WalScan scan = new WalScan(null);
    WalSegment name = WalSegment.named(name(), source.segmentBytes()).orElseThrow();
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      scan.read(name, source.system(), in);
      return new Content(scan.newest(), "", false);
    } catch (WalScan.Damaged e) {
      return new Content(scan.newest(), String.valueOf(e.getMessage()), e.isUnfinished());
    }
  }
}
