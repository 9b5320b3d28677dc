package dev.interlock.usecases.spool;

import dev.interlock.finding.Fault;
import dev.interlock.finding.Finding;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Findings in the order in which they are kept: those beyond a bound lie on disk, and reading one
 * makes it anew. To be closed when nobody reads them any more. Not safe for use by several threads.
 */
public final class KeptFindings extends AbstractList<Finding>
    implements RandomAccess, AutoCloseable {

  private final List<Finding> first = new ArrayList<>();
  private final int mostInMemory;
  private final @Nullable Path folder;
  private @Nullable SpooledFindings rest;

  /** Keeps that many in memory, and others in the system's folder for temporary files. */
  public KeptFindings(int mostInMemory) {
    this(mostInMemory, null);
  }

  /** The same with the folder for what does not stay in memory. */
  KeptFindings(int mostInMemory, @Nullable Path folder) {
    this.mostInMemory = mostInMemory;
    this.folder = folder;
  }

  /**
   * Keeps one more.
   *
   * @throws Fault when there is no place for it on disk
   */
  public void keep(Finding finding) {
    if (first.size() < mostInMemory) {
      first.add(finding);
    } else {
      rest().keep(finding);
    }
  }

  private SpooledFindings rest() {
    if (rest == null) {
      rest = new SpooledFindings(SpoolFile.create(folder));
    }
    return rest;
  }

  @Override
  public Finding get(int index) {
    return rest == null || index < first.size() ? first.get(index) : rest.get(index - first.size());
  }

  @Override
  public int size() {
    return first.size() + (rest == null ? 0 : rest.size());
  }

  /** Gives the disk back; what lay there can't be read any more. */
  @Override
  public void close() {
    if (rest != null) {
      rest.close();
    }
  }
}
