package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What proves, in a restored system, that a business process works again. */
@Doc("What proves, in a restored system, that a business process works again.")
public record RecoveryProof(
    @Doc(
            value = "Parts of Odoo it works with; what proves each of them is known.",
            example = "[sales, stock]")
        List<OdooWork> work,
    @Doc("Questions of the company's own, asked of the restored database.") List<SqlProof> checks,
    @Doc(
            value =
                "SQL that answers with the moment of the newest work, in UTC; instead of what is known of the parts.",
            example = "select max(write_date) from sale_order")
        @Nullable String newest,
    @Doc(
            "It works again only when its work can be read through the company's own Odoo, which the drill boots.")
        boolean inOdoo) {

  /** A part of Odoo. */
  public enum OdooWork {
    SALES,
    PURCHASING,
    STOCK,
    MANUFACTURING,
    ACCOUNTING,
    FILES
  }

  /** A question of the company's own. */
  @Doc("A question of the company's own.")
  public record SqlProof(
      @Doc(value = "Name of the question.", example = "open-orders-have-lines") String name,
      @Doc("One SELECT. It can change nothing and is given a minute.") String sql,
      @Doc("What it must answer with.") Expected expect) {}

  /** What a question must be answered with. */
  public enum Expected {
    NO_ROWS,
    ROWS,
    ZERO
  }
}
