package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.List;

/**
 * What Odoo's own register of installed modules names is there: tables of models, columns of their
 * fields, tables between them, foreign keys and unique keys. A restore that went on after an error
 * lacks some, and nothing says so until two rows have the same key.
 *
 * <p>A model has a table of its own when the register knows foreign keys of it: every table of Odoo
 * has some, a model that is only a query or a base for others has none, and the name of a table is
 * not always that of its model. The register keeps foreign keys of fields that are no more, so a
 * foreign key is lost only when its column is there.
 */
public final class RegistryIsWhole implements RestoreCheck {

  /** Registered constraints of installed modules, with their models. */
  static final String REGISTERED =
      """
      from ir_model_constraint c
      join ir_module_module m on m.id = c.module and m.state = 'installed'
      join ir_model o on o.id = c.model
      """;

  private static final List<String> NEEDED =
      List.of(
          "ir_module_module",
          "ir_model",
          "ir_model_fields",
          "ir_model_constraint",
          "ir_model_relation");

  @Override
  public String name() {
    return "odoo/registry-is-whole";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      for (String table : NEEDED) {
        session.require(table);
      }
      UniqueKeys unique = UniqueKeys.read(session);
      return new Tally(name())
          .count("models", session.number("select count(*) from ir_model"))
          .count("constraints", session.number("select count(*) " + REGISTERED))
          .none("tables-gone", session.faults(TABLES), "models without their table")
          .none("columns-gone", session.faults(COLUMNS), "columns of fields are gone")
          .none("relations-gone", session.faults(RELATIONS), "tables between models are gone")
          .none("foreign-keys-gone", session.faults(FOREIGN_KEYS), "foreign keys are gone")
          .none("unique-keys-gone", unique.gone(), "unique keys are gone")
          .count("unique-keys-impossible", unique.impossible())
          .otherwise("all tables and keys of installed modules are there");
    }
  }

  private static final String TABLES =
      """
      select o.model %s
      where c.type = 'f' and to_regclass(quote_ident(replace(o.model, '.', '_'))) is null
      group by o.model
      having not bool_or(exists (select from pg_constraint p where p.conname = c.name))
      order by 1
      """
          .formatted(REGISTERED);

  /** Files are kept as attachments, and lists in the tables of others. */
  private static final String COLUMNS =
      """
      select o.model || '.' || f.name from ir_model_fields f
      join ir_model o on o.id = f.model_id
      join pg_class t on t.oid = to_regclass(quote_ident(replace(o.model, '.', '_')))
        and t.relkind in ('r', 'p')
      where f.store and f.ttype not in ('one2many', 'many2many', 'binary')
        and not exists (select from pg_attribute a
          where a.attrelid = t.oid and a.attname = f.name and not a.attisdropped)
      order by 1
      """;

  private static final String RELATIONS =
      """
      select distinct r.name from ir_model_relation r
      join ir_module_module m on m.id = r.module and m.state = 'installed'
      join ir_model_fields f on f.relation_table = r.name and f.ttype = 'many2many' and f.store
      where to_regclass(quote_ident(r.name)) is null order by 1
      """;

  private static final String FOREIGN_KEYS =
      """
      with columns as (
        select t.oid as tab, a.attnum, t.relname || '_' || a.attname || '_fkey' as name
        from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
          and not a.attisdropped
        where t.relkind = 'r')
      select distinct c.name %s
      join columns k on k.name = c.name
      where c.type = 'f'
        and not exists (select from pg_constraint p where p.conname = c.name)
        and not exists (select from pg_constraint p
          where p.conrelid = k.tab and p.contype = 'f' and k.attnum = any (p.conkey))
      order by 1
      """
          .formatted(REGISTERED);
}
