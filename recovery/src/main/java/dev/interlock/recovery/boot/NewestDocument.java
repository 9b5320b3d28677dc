package dev.interlock.recovery.boot;

import dev.interlock.recovery.query.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest document of a kind among those of the companies that a user works for, as the database
 * has it.
 *
 * @param name its number, such as {@code S00042}
 * @param company whose it is; null when it is of all
 */
record NewestDocument(String model, long id, String name, @Nullable Long company) {

  /** None when there is no such document, or Odoo does not know the model here. */
  static Optional<NewestDocument> of(Session session, String model, long user) throws SQLException {
    if (!session.has(model)) {
      return Optional.empty();
    }
    String table = model.replace('.', '_');
    boolean ofCompany = session.hasColumn(table, "company_id");
    List<NewestDocument> found = new ArrayList<>();
    session.each(
        """
        select id, name, company from (
          select *, %1$s as company from %2$s where name is not null and name <> '/') as d
        where company is null
          or company in (select cid from res_company_users_rel where user_id = ?)
        order by greatest(write_date, create_date) desc nulls last, id desc limit 1
        """
            .formatted(ofCompany ? "company_id" : "null::integer", table),
        row ->
            found.add(
                new NewestDocument(
                    model, row.getLong(1), row.getString(2), asLong(row.getObject(3)))),
        user);
    return found.stream().findFirst();
  }

  private static @Nullable Long asLong(@Nullable Object number) {
    return number instanceof Number id ? Long.valueOf(id.longValue()) : null;
  }
}
