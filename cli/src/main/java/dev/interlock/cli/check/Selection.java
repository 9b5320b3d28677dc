package dev.interlock.cli.check;

import dev.interlock.finding.Finding;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Some findings of a report: only their places in it are kept. */
final class Selection extends AbstractList<Finding> implements RandomAccess {

  private static final int FEW = 8;

  private final List<Finding> all;
  private int[] positions = new int[FEW];
  private int size;

  /** Nothing so far. */
  Selection(List<Finding> all) {
    this.all = all;
  }

  /** Adds the finding at a place in the report. */
  void add(int position) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, size + (size >> 1));
    }
    positions[size++] = position;
  }

  @Override
  public Finding get(int index) {
    return all.get(positions[Objects.checkIndex(index, size)]);
  }

  @Override
  public int size() {
    return size;
  }
}
