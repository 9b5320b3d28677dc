package dev.interlock.recovery;

import static dev.interlock.recovery.PlantedFault.rows;
import static dev.interlock.recovery.PlantedFault.schema;

import java.util.stream.Stream;

/** Faults of a database, whatever works on it. */
final class DatabaseFaults {

  private DatabaseFaults() {}

  static Stream<PlantedFault> all() {
    return Stream.of(
        rows("a row lost", "delete from sale_order_tag_rel"),
        rows("a row changed", "update res_partner set name = 'x' where id = 1"),
        rows("a table lost", "drop table sale_order_tag_rel", "odoo/registry-is-whole"),
        rows("a table too many", "create table left_over (id integer primary key)"),
        rows(
            "a table of a model lost",
            "drop table sale_order_line cascade",
            "odoo/registry-is-whole"),
        schema(
            "a constraint not validated",
            """
            alter table sale_order drop constraint sale_order_partner_id_fkey;
            alter table sale_order add constraint sale_order_partner_id_fkey
              foreign key (partner_id) references res_partner not valid
            """,
            "database/constraints-are-validated"),
        schema(
            "a constraint not enforced",
            "alter table sale_order alter constraint sale_order_partner_id_fkey not enforced",
            "database/constraints-are-validated"),
        rows(
            "a column lost",
            "alter table sale_order drop column date_order",
            "odoo/registry-is-whole"),
        schema(
            "triggers left off",
            "alter table sale_order_line disable trigger all",
            "database/constraints-are-validated"),
        schema(
            "a foreign key lost",
            "alter table sale_order drop constraint sale_order_partner_id_fkey",
            "odoo/registry-is-whole"),
        schema(
            "a unique key lost",
            "alter table ir_config_parameter drop constraint ir_config_parameter_key_key",
            "odoo/registry-is-whole"),
        schema(
            "a foreign key of a table between models lost",
            "alter table sale_order_tag_rel drop constraint sale_order_tag_rel_order_id_fkey",
            "odoo/registry-is-whole"),
        schema(
            "an index not valid",
            """
            update pg_index set indisvalid = false
            where indexrelid = 'account_move_unique_name'::regclass
            """,
            "database/indexes-are-valid"),
        schema(
            "a primary key lost",
            "alter table mail_mail drop constraint mail_mail_pkey",
            "database/indexes-are-valid"),
        schema(
            "a sequence behind",
            "select setval('sale_order_id_seq', 2)",
            "database/sequences-are-ahead"),
        schema(
            "a sequence behind by one",
            "select setval('sale_order_id_seq', (select max(id) from sale_order), false)",
            "database/sequences-are-ahead"),
        schema(
            "a sequence at its start",
            "alter sequence account_move_id_seq restart",
            "database/sequences-are-ahead"),
        schema(
            "a sequence lost",
            "drop sequence sale_order_id_seq cascade",
            "database/sequences-are-ahead"),
        rows(
            "a sequence that its table names only in words behind",
            """
            create sequence late;
            create table late_bound (code integer primary key default nextval('late'::text));
            insert into late_bound values (9)
            """,
            "database/sequences-are-ahead"),
        rows(
            "a sequence that counts down behind",
            """
            create sequence down increment -1;
            create table counted (code numeric primary key default nextval('down'));
            insert into counted values (-9)
            """,
            "database/sequences-are-ahead"),
        schema(
            "a sequence at its end",
            "alter sequence sale_order_id_seq maxvalue 1000; select setval('sale_order_id_seq', 1000)",
            "database/sequences-are-ahead"),
        schema(
            "a number sequence behind",
            "select setval('ir_sequence_001', 2)",
            "database/sequences-are-ahead"),
        schema(
            "a number sequence of a picking type behind",
            "alter sequence ir_sequence_003 restart",
            "database/sequences-are-ahead"),
        schema(
            "a number sequence lost",
            "drop sequence ir_sequence_1007",
            "database/sequences-are-ahead"),
        schema(
            "a number sequence of a year lost",
            "drop sequence ir_sequence_006_001",
            "database/sequences-are-ahead"),
        rows(
            "a gapless number sequence behind",
            "update ir_sequence set number_next = 1 where id = 4",
            "database/sequences-are-ahead"),
        schema(
            "an extension that nobody knows",
            """
            set allow_system_table_mods = on;
            insert into pg_extension select 99999, 'adminpack', extowner, extnamespace,
              extrelocatable, extversion from pg_extension limit 1
            """,
            "database/extensions-are-known"),
        schema(
            "a database of another system",
            "update pg_database set datcollversion = '0.1' where datname = current_database()",
            "database/encoding-and-collation"),
        schema(
            "a collation of another system",
            """
            create collation german (provider = libc, locale = 'C.UTF-8');
            create table public.words (word text collate german primary key);
            drop table public.words;
            alter table product_template alter column type type varchar collate german;
            set allow_system_table_mods = on;
            update pg_collation set collversion = '0.1' where collname = 'german'
            """,
            "database/encoding-and-collation"));
  }
}
