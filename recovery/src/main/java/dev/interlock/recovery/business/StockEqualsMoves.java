package dev.interlock.recovery.business;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The stock on hand of every product in every internal location is what the finished moves brought
 * there less what they took away. Products of which no stock is kept are left out.
 *
 * <p>Lots, packages and owners are compared too, but only counted: Odoo itself lets stock without a
 * lot stand in for stock of a lot, and up to 16 unpacks without a move.
 */
public final class StockEqualsMoves implements RestoreCheck {

  /** The columns of lines and the meaning of products changed between 16 and 19. */
  private static final String PLACES =
      """
      with kept as (
        select p.id, u.id as uom, {tolerance} as tolerance from product_product p
        join product_template t on t.id = p.product_tmpl_id
        join uom_uom u on u.id = t.uom_id
        where {storable}),
      inside as (select id from stock_location where usage = 'internal'),
      sides as (
        select l.product_id, s.place, l.lot_id, s.package_id, l.owner_id,
          s.sign * {quantity} as moved, 0 as held
        from stock_move_line l
        join kept k on k.id = l.product_id
        join uom_uom u on u.id = k.uom
        left join uom_uom lu on lu.id = l.product_uom_id
        cross join lateral (values (l.location_dest_id, l.result_package_id, 1),
          (l.location_id, l.package_id, -1)) as s (place, package_id, sign)
        where l.state = 'done' and s.place in (select id from inside)
        union all
        select q.product_id, q.location_id, q.lot_id, q.package_id, q.owner_id, 0, q.quantity
        from stock_quant q join kept k on k.id = q.product_id
        where q.location_id in (select id from inside)),
      fine as (
        select product_id, place, sum(moved) as moved, sum(held) as held
        from sides group by product_id, place, lot_id, package_id, owner_id)
      select f.product_id, f.place, trim_scale(sum(f.held)), trim_scale(sum(f.moved)),
        abs(sum(f.held) - sum(f.moved)) >= k.tolerance,
        count(*) filter (where abs(f.held - f.moved) >= k.tolerance)
      from fine f join kept k on k.id = f.product_id
      group by f.product_id, f.place, k.tolerance order by f.product_id, f.place
      """;

  @Override
  public String name() {
    return "business/stock-equals-moves";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      if (!session.has("stock.quant")) {
        return new Tally(name()).count("places", 0).otherwise("there is no stock");
      }
      session.require("stock_move_line");
      session.require("stock_location");
      String places = places(session);
      return places == null
          ? Checked.unknown(name(), "the columns of stock moves are none that Odoo 16 to 19 has")
          : compare(session, places);
    }
  }

  private Checked compare(Session session, String places) throws SQLException {
    Faults differing = new Faults();
    long[] counted = {0, 0};
    session.each(
        places,
        row -> {
          counted[0]++;
          if (row.getBoolean(5)) {
            differing.add(
                "product %d in location %d: %s on hand, %s moved"
                    .formatted(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
          } else {
            counted[1] += row.getLong(6);
          }
        });
    return new Tally(name())
        .count("places", counted[0])
        .count("differing-by-lot-or-package", counted[1])
        .none("differing", differing, "stock is not what was moved")
        .otherwise("the stock is what was moved");
  }

  private static @Nullable String places(Session session) throws SQLException {
    String quantity = quantity(session);
    String storable = storable(session);
    return quantity == null || storable == null
        ? null
        : PLACES
            .replace("{quantity}", quantity)
            .replace("{storable}", storable)
            .replace("{tolerance}", tolerance(session));
  }

  /** From 17 on lines know their quantity in the unit of the product; before it is worked out. */
  private static @Nullable String quantity(Session session) throws SQLException {
    if (session.hasColumn("stock_move_line", "quantity_product_uom")) {
      return "coalesce(l.quantity_product_uom, 0)::numeric";
    }
    if (!session.hasColumn("stock_move_line", "qty_done")
        || !session.hasColumn("uom_uom", "rounding")) {
      return null;
    }
    // A factor says how many of a unit are one of its reference unit.
    return "round(coalesce(l.qty_done, 0)::numeric / lu.factor::numeric * u.factor::numeric"
        + " / u.rounding::numeric) * u.rounding::numeric";
  }

  private static @Nullable String storable(Session session) throws SQLException {
    if (session.hasColumn("product_template", "is_storable")) {
      return "t.is_storable";
    }
    return session.hasColumn("product_template", "type") ? "t.type = 'product'" : null;
  }

  private static String tolerance(Session session) throws SQLException {
    return session.hasColumn("uom_uom", "rounding")
        ? "least(u.rounding::numeric / 2, 0.01)"
        : "0.001";
  }
}
