package dev.interlock.recovery.log;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.KeptLog;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.physical.Timelines;
import dev.interlock.recovery.postgres.physical.WalScan;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets another tool bring the log that it keeps. */
public final class CatalogueLog implements LogFetch {

  private final BackupCatalogue catalogue;
  private final KeptLog kept;
  private final Path data;
  private final Path folder;
  private final String system;
  private final WalScan scan;
  private final List<String> wrong = new ArrayList<>();
  private int files;

  /**
   * Fetches nothing yet.
   *
   * @param data the data directory that the tool brought back
   * @param folder is there, and empty
   * @param system number of the server's data
   * @param target the moment to stop at; null for the end of the log
   */
  public CatalogueLog(
      BackupCatalogue catalogue,
      KeptLog kept,
      Path data,
      Path folder,
      String system,
      @Nullable Instant target) {
    this.catalogue = catalogue;
    this.kept = kept;
    this.data = data;
    this.folder = folder;
    this.system = system;
    this.scan = new WalScan(target);
  }

  @Override
  public void histories() {
    kept.files().keySet().stream().filter(Timelines::isHistory).sorted().forEach(this::fetch);
  }

  @Override
  public boolean segment(WalSegment name) {
    if (fetch(name.name())) {
      files++;
      read(name);
    }
    return wrong.isEmpty() && !scan.passed();
  }

  /** A tool that can't unpack a file, or finds another content than it put there, says so. */
  private boolean fetch(String name) {
    try {
      boolean there = catalogue.fetch(name, data, folder.resolve(name));
      if (!there) {
        wrong.add(name + " is missing");
      }
      return there;
    } catch (Fault e) {
      if (!e.code().equals(RecoveryCode.RESTORE_FAILED.code())) {
        throw e;
      }
      wrong.add(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void read(WalSegment name) {
    Path file = folder.resolve(name.name());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      scan.read(name, system, in);
    } catch (WalScan.Damaged e) {
      wrong.add(name + " " + e.getMessage());
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(), file + " can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public int files() {
    return files;
  }

  @Override
  public WalScan scan() {
    return scan;
  }
}
