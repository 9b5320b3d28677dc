package dev.interlock.recovery.boot;

import dev.interlock.recovery.query.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest file that somebody attached to a document.
 *
 * @param id of the attachment
 * @param digest SHA-1 of its content, which is its name on disk too
 */
record NewestFile(long id, String digest) {

  /** None when there is no such file. */
  static Optional<NewestFile> of(Session session) throws SQLException {
    session.require("ir_attachment");
    String inFields =
        session.hasColumn("ir_attachment", "res_field") ? "and res_field is null" : "";
    List<NewestFile> found = new ArrayList<>();
    session.each(
        // Of what Odoo makes itself, such as bundles and pictures in fields, it may make another.
        """
        select id, store_fname from ir_attachment
        where type = 'binary' and store_fname ~ '^[0-9a-f]{2}/[0-9a-f]{40}$' and res_model is not null
          and res_model not like 'ir.%%' and name is distinct from 'interlock-canary' %s
        order by greatest(write_date, create_date) desc nulls last, id desc limit 1
        """
            .formatted(inFields),
        row -> found.add(new NewestFile(row.getLong(1), row.getString(2).substring(3))));
    return found.stream().findFirst();
  }
}
