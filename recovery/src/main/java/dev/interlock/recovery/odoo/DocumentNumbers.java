package dev.interlock.recovery.odoo;

import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sequences that Odoo numbers documents with, compared with the numbers in use. That can be
 * done where a number is a fixed prefix and digits: orders, and what picking types number. Others
 * have years in them, or nobody can tell from the tables which documents they number.
 */
public final class DocumentNumbers {

  private final List<Numbering> numberings = new ArrayList<>();
  private final Faults gone = new Faults();
  private long sequences;

  /**
   * One sequence and its documents.
   *
   * @param prefix what the numbers begin with
   * @param next the number of the next document
   * @param used so many documents have a number of it
   * @param newest the highest number in use; 0 when none is
   * @param taken so many documents have one of the next thousand numbers
   */
  public record Numbering(String prefix, long next, long used, long newest, long taken) {

    /** So many numbers were given away beyond the newest in use: deleted drafts, or lost work. */
    public long tail() {
      return used == 0 ? 0 : Math.max(0, next - 1 - newest);
    }
  }

  /** A sequence as Odoo describes it. */
  private record Sequence(
      long id, String prefix, boolean counts, long numberNext, String table, String documents) {}

  /** Reads all; none where there are no sequences of Odoo. */
  public static DocumentNumbers read(Session session) throws SQLException {
    DocumentNumbers numbers = new DocumentNumbers();
    if (session.hasTable("ir_sequence")) {
      numbers.readAll(session);
    }
    return numbers;
  }

  /** So many sequences are there. */
  public long sequences() {
    return sequences;
  }

  /** Those that Odoo speaks of and that PostgreSQL does not have. */
  public Faults gone() {
    return gone;
  }

  /** Those that can be compared with their documents. */
  public List<Numbering> numberings() {
    return List.copyOf(numberings);
  }

  /** Those whose next numbers are in use. */
  public Faults taken() {
    Faults taken = new Faults();
    numberings.stream()
        .filter(numbering -> numbering.taken() > 0)
        .map(each ->
            "%s gives %d, %d is in use".formatted(each.prefix(), each.next(), each.newest()))
        .forEach(taken::add);
    return taken;
  }

  private void readAll(Session session) throws SQLException {
    sequences = session.number("select count(*) from ir_sequence");
    session.each(GONE, row -> gone.add(row.getString(1)));
    List<Sequence> derivable = new ArrayList<>();
    for (Source source : Source.of(session)) {
      session.each(source.sql(), row -> derivable.add(sequence(row, source)));
    }
    for (Sequence sequence : derivable) {
      compare(session, sequence);
    }
  }

  private static Sequence sequence(ResultSet row, Source source) throws SQLException {
    return new Sequence(
        row.getLong(1),
        row.getString(2),
        row.getBoolean(3),
        row.getLong(4),
        source.table(),
        row.getString(5));
  }

  private void compare(Session session, Sequence sequence) throws SQLException {
    Long next = next(session, sequence);
    if (next == null) {
      return;
    }
    session.each(
        """
        select count(n), coalesce(max(n), 0), count(n) filter (where n >= ? and n < ? + 1000)
        from (select case when substr(name, length(?) + 1) ~ '^[0-9]{1,15}$'
                then substr(name, length(?) + 1)::bigint end as n
              from %s t where left(name, length(?)) = ? and %s) as numbers
        """
            .formatted(sequence.table(), sequence.documents()),
        row ->
            numberings.add(
                new Numbering(
                    sequence.prefix(), next, row.getLong(1), row.getLong(2), row.getLong(3))),
        next,
        next,
        sequence.prefix(),
        sequence.prefix(),
        sequence.prefix(),
        sequence.prefix());
  }

  /** What the next document gets; null when its sequence is gone, which is told elsewhere. */
  private static @Nullable Long next(Session session, Sequence sequence) throws SQLException {
    if (!sequence.counts()) {
      return sequence.numberNext();
    }
    String counter = "ir_sequence_%03d".formatted(sequence.id());
    return session.hasTable(counter)
        ? session.number(
            "select last_value + case when is_called then 1 else 0 end from " + counter)
        : null;
  }

  /** Odoo writes at least three digits. */
  private static final String GONE =
      """
      with counters as (
        select 'ir_sequence_' || case when id < 1000 then lpad(id::text, 3, '0') else id::text end
            as name, id from ir_sequence where implementation = 'standard')
      select name from counters where to_regclass(name) is null
      union all
      select c.name || '_' || case when d.id < 1000 then lpad(d.id::text, 3, '0') else d.id::text end
      from counters c join ir_sequence_date_range d on d.sequence_id = c.id
      where to_regclass(c.name || '_'
        || case when d.id < 1000 then lpad(d.id::text, 3, '0') else d.id::text end) is null
      order by 1
      """;

  /** Where documents of a kind are, and the question for the sequences that number them. */
  private record Source(String table, String sql) {

    private static final String PLAIN =
        """
        select s.id, s.prefix, s.implementation = 'standard', s.number_next, %s
        from ir_sequence s %s where coalesce(s.prefix, '') <> '' and position('%%' in s.prefix) = 0
          and coalesce(s.suffix, '') = '' and s.use_date_range is not true and s.active
        """;

    static List<Source> of(Session session) throws SQLException {
      List<Source> sources = new ArrayList<>();
      for (String table : List.of("sale_order", "purchase_order")) {
        if (session.hasTable(table)) {
          sources.add(new Source(table, byCode(table.replace('_', '.'))));
        }
      }
      for (String table : List.of("stock_picking", "mrp_production")) {
        if (session.hasTable(table) && session.hasTable("stock_picking_type")) {
          sources.add(new Source(table, byType()));
        }
      }
      return sources;
    }

    /** A company may have a sequence of its own; the common one is for all others. */
    private static String byCode(String code) {
      String ofCompany =
          """
          case when s.company_id is not null then 't.company_id = ' || s.company_id
          else 't.company_id not in (select o.company_id from ir_sequence o
            where o.company_id is not null and o.active and o.code = ''%s'')' end
          """
              .formatted(code);
      return PLAIN.formatted(ofCompany, "") + " and s.code = '" + code + "'";
    }

    private static String byType() {
      return PLAIN.formatted(
          "'t.picking_type_id = ' || p.id", "join stock_picking_type p on p.sequence_id = s.id");
    }
  }
}
