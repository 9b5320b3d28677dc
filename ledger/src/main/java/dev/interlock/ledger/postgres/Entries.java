package dev.interlock.ledger.postgres;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The entries in the database, as they stand there: whoever reads them has to check them. */
final class Entries {

  /** Rows of one query for hashes: about two megabytes. */
  private static final int HASHES = 1 << 16;

  /** Most bytes of one query for entries, unless a single one is longer. */
  private static final int BYTES = 8 << 20;

  private Entries() {}

  /** One entry; empty when it is not there. */
  static Optional<byte[]> read(Handle handle, long index) {
    return handle
        .createQuery("select data from ledger.entry where index = ?")
        .bind(0, index)
        .map((row, context) -> row.getBytes(1))
        .findOne();
  }

  /** The hashes of the entries from an index on, some of them at most up to another index. */
  static List<byte[]> hashes(Handle handle, long from, long to) {
    return handle
        .createQuery(
            "select hash from ledger.entry where index >= ? and index < ? order by index limit ?")
        .bind(0, from)
        .bind(1, to)
        .bind(2, HASHES)
        .map((row, context) -> row.getBytes(1))
        .list();
  }

  /** The entries from an index on, at least one and as many as fit into memory comfortably. */
  static List<byte[]> some(Handle handle, long from, long to) {
    return handle
        .createQuery(
            """
            select data from (
              select index, data, sum(octet_length(data)) over (order by index) as bytes
              from ledger.entry where index >= :from and index < :to order by index limit 10000
            ) as next
            where index = :from or bytes <= :bytes order by index
            """)
        .bind("from", from)
        .bind("to", to)
        .bind("bytes", BYTES)
        .map((row, context) -> row.getBytes(1))
        .list();
  }
}
