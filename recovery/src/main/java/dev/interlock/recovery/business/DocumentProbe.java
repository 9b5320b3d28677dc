package dev.interlock.recovery.business;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.ProcessProbe;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import dev.interlock.recovery.query.TimedSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process whose work is documents of one kind.
 *
 * @param process its name
 * @param model the model of the documents
 * @param open counts the lines of open documents, joined with all that they hang on
 */
public record DocumentProbe(String process, String model, String open) implements ProcessProbe {

  static final Duration LONGEST = Duration.ofMinutes(1);

  /** Newer documents than so many have all lost files: then nothing came back. */
  private static final int TRIED = 5_000;

  /** Quotations and orders with their lines, products and customers. */
  public static final DocumentProbe SALES =
      new DocumentProbe(
          "sales",
          "sale.order",
          """
          select count(*) from sale_order o
          join res_partner c on c.id = o.partner_id
          join sale_order_line l on l.order_id = o.id
          left join product_product p on p.id = l.product_id
          left join product_template t on t.id = p.product_tmpl_id
          where o.state in ('draft', 'sent', 'sale', 'done')
          """);

  /** Orders to vendors with their lines and products. */
  public static final DocumentProbe PURCHASING =
      new DocumentProbe(
          "purchasing",
          "purchase.order",
          """
          select count(*) from purchase_order o
          join res_partner v on v.id = o.partner_id
          join purchase_order_line l on l.order_id = o.id
          left join product_product p on p.id = l.product_id
          left join product_template t on t.id = p.product_tmpl_id
          where o.state in ('draft', 'sent', 'to approve', 'purchase', 'done')
          """);

  /** Open transfers with their moves, places and the stock of their products. */
  public static final DocumentProbe STOCK =
      new DocumentProbe(
          "stock",
          "stock.picking",
          """
          select count(*) from stock_picking k
          join stock_picking_type y on y.id = k.picking_type_id
          join stock_move m on m.picking_id = k.id
          join stock_location s on s.id = m.location_id
          join stock_location d on d.id = m.location_dest_id
          join product_product p on p.id = m.product_id
          left join (select product_id, sum(quantity) as held from stock_quant group by 1) q
            on q.product_id = p.id
          where k.state not in ('done', 'cancel')
          """);

  /** Open orders with what they take and what they make. */
  public static final DocumentProbe MANUFACTURING =
      new DocumentProbe(
          "manufacturing",
          "mrp.production",
          """
          select count(*) from mrp_production o
          join product_product p on p.id = o.product_id
          left join mrp_bom b on b.id = o.bom_id
          left join stock_move m on m.raw_material_production_id = o.id or m.production_id = o.id
          where o.state not in ('done', 'cancel')
          """);

  /** Posted entries with their lines, accounts and journals. */
  public static final DocumentProbe ACCOUNTING =
      new DocumentProbe(
          "accounting",
          "account.move",
          """
          select count(*) from account_move e
          join account_journal j on j.id = e.journal_id
          join account_move_line l on l.move_id = e.id
          left join account_account a on a.id = l.account_id
          where e.state = 'posted'
          """);

  @Override
  public Checked probe(RestoredOdoo restored) throws SQLException {
    try (Session session = session(restored)) {
      String check = "probe/" + process;
      return session.has(model)
          ? new Tally(check).count("lines", session.number(open)).otherwise("it can be worked with")
          : Checked.unknown(check, "Odoo does not know " + model + " here");
    }
  }

  @Override
  public Optional<Instant> newest(RestoredOdoo restored, Instant point) throws SQLException {
    try (Session session = session(restored)) {
      if (!session.has(model)) {
        return Optional.empty();
      }
      session.require("ir_attachment");
      for (Document document : documents(session, point)) {
        if (hasFiles(session, document, restored.filestore())) {
          return Optional.of(document.at());
        }
      }
      return Optional.empty();
    }
  }

  private record Document(long id, Instant at) {}

  private static Session session(RestoredOdoo restored) throws SQLException {
    return Session.open(new TimedSource(restored.database(), LONGEST));
  }

  private List<Document> documents(Session session, Instant point) throws SQLException {
    List<Document> documents = new ArrayList<>();
    session.each(
        """
        select id, at from (
          select id, greatest(write_date, create_date) as at from %s) as d
        where at <= ? order by at desc, id desc limit %d
        """
            .formatted(model.replace('.', '_'), TRIED),
        row ->
            documents.add(
                new Document(
                    row.getLong(1),
                    row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC))),
        LocalDateTime.ofInstant(point, ZoneOffset.UTC));
    return documents;
  }

  private boolean hasFiles(Session session, Document document, @Nullable Path filestore)
      throws SQLException {
    boolean[] all = {true};
    session.each(
        """
        select store_fname, file_size from ir_attachment
        where res_model = ? and res_id = ? and store_fname is not null
        """,
        row -> all[0] &= FilesProbe.isThere(filestore, row),
        model,
        document.id());
    return all[0];
  }
}
