package dev.interlock.recovery.postgres.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose rows are told.
 *
 * @param listed false for a partition whose rows may lie elsewhere after a restore
 * @param stored false for a partitioned table, whose rows are those of its partitions
 * @param columns by name: their order is not the same in a restored child of another table
 * @param within numbers of the partitioned tables whose rows these are too
 */
record Target(
    long number,
    String schema,
    String table,
    boolean listed,
    boolean stored,
    Size size,
    List<Column> columns,
    List<Long> within) {

  /** Small enough for a bar that moves, large enough to cost nothing. */
  private static final long PIECE_BYTES = 64L << 20;

  /**
   * How large it is.
   *
   * @param blocks of the table itself
   * @param bytes with what is stored beside it
   */
  record Size(long blocks, long bytes) {}

  /** As evidence names it. */
  String name() {
    return schema.equals("public") ? table : schema + "." + table;
  }

  String quoted() {
    return Column.quoted(schema) + "." + Column.quoted(table);
  }

  /** All its rows in pieces; in one where the server can't read a range of blocks. */
  List<Piece> pieces(boolean ranges) {
    if (!stored) {
      return List.of();
    }
    long wanted = ranges ? Math.min(size.blocks(), size.bytes() / PIECE_BYTES) : 1;
    long count = Math.max(1, wanted);
    long blocks = Math.max(1, Math.ceilDiv(size.blocks(), count));
    List<Piece> pieces = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long end = i == count - 1 ? Piece.OPEN : (i + 1) * blocks;
      pieces.add(new Piece(this, i * blocks, end, size.bytes() / count));
    }
    return pieces;
  }
}
