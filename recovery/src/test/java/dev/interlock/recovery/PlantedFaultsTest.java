package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is caught by the checks that are named, and by no other. */
class PlantedFaultsTest {

  /** Compares all rows, so it catches nearly everything; what it catches is told apart. */
  private static final String TABLES = "database/tables-as-recorded";

  private static final CheckSettings SETTINGS =
      new CheckSettings(
          ShippedChecksTest.SETTINGS.digester(),
          Map.of("base", "1.3", "stock", "1.1", "sale", "", "acme_ext", "2.0.0"),
          2,
          FileProgress.NONE,
          ShippedChecksTest.SETTINGS.timeout());

  @TempDir Path folder;

  interface Plant {
    void in(OdooFixture odoo) throws Exception;
  }

  record Fault(String name, boolean inRows, Set<String> caughtBy, Plant plant) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Fault rows(String name, String sql, String... caughtBy) {
    return new Fault(name, true, Set.of(caughtBy), odoo -> odoo.run(sql));
  }

  private static Fault schema(String name, String sql, String... caughtBy) {
    return new Fault(name, false, Set.of(caughtBy), odoo -> odoo.run(sql));
  }

  private static Fault files(String name, Plant plant, String... caughtBy) {
    return new Fault(name, false, Set.of(caughtBy), plant);
  }

  static Stream<Fault> database() {
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

  static Stream<Fault> odoo() {
    return Stream.of(
        rows(
            "another program's database",
            "update ir_module_module set state = 'uninstalled' where name = 'base'",
            "odoo/is-odoo",
            "odoo/modules-are-whole"),
        rows(
            "a version that nobody knows",
            "update ir_module_module set latest_version = '23.0.1.3' where name = 'base'",
            "odoo/is-odoo"),
        rows(
            "a module half installed",
            "update ir_module_module set state = 'to upgrade' where name = 'acme_ext'",
            "odoo/modules-are-whole"),
        rows(
            "a module without its base",
            "update ir_module_module set state = 'uninstalled' where name = 'stock'",
            "odoo/modules-are-whole"),
        rows(
            "a module in another version",
            "update ir_module_module set latest_version = '19.0.3.0.0' where name = 'acme_ext'",
            "odoo/modules-have-code"),
        rows(
            "a module without code",
            "insert into ir_module_module (name, state, latest_version) values ('forgotten', 'installed', '19.0.1.0')",
            "odoo/modules-have-code"),
        files("a file missing", odoo -> Files.delete(odoo.file("picture 3")), have()),
        files(
            "all files missing",
            odoo -> Files.move(odoo.filestore(), odoo.filestore().resolveSibling("gone")),
            "odoo/attachments-have-files",
            "odoo/filestore-directory"),
        files("a file cut off", odoo -> cut(odoo.file("first order"), 5), have()),
        files("a file emptied", odoo -> cut(odoo.file("first order"), 0), have()),
        files("a bit flipped", odoo -> flip(odoo.file("an invoice")), have()),
        files(
            "two files swapped",
            odoo -> swap(odoo.file("picture 3"), odoo.file("picture 4")),
            have()),
        files(
            "a folder for a file",
            odoo -> {
              Files.delete(odoo.file("picture 3"));
              Files.createDirectory(odoo.file("picture 3"));
            },
            have()),
        files(
            "files a folder too deep",
            odoo -> deeper(odoo.filestore()),
            "odoo/attachments-have-files",
            "odoo/filestore-directory"),
        rows(
            "content that is nowhere",
            "update ir_attachment set store_fname = null where id = 3",
            have()),
        rows(
            "the checksum of a row changed",
            "update ir_attachment set checksum = repeat('0', 40) where id = 1",
            "odoo/attachments-are-consistent"),
        rows(
            "the size of a row lost",
            "update ir_attachment set file_size = null where id = 1",
            "odoo/attachments-are-consistent"),
        rows(
            "two rows of a file with two sizes",
            "update ir_attachment set file_size = file_size - 1 where id = 5",
            "odoo/attachments-are-consistent"),
        rows(
            "content that is nowhere, and whose size is lost too",
            "update ir_attachment set store_fname = null, file_size = null where id = 3",
            have()),
        rows(
            "content in the database changed",
            "update ir_attachment set db_datas = overlay(db_datas placing 'x'::bytea from 1) where name = 'inside'",
            "odoo/attachments-are-consistent"),
        rows(
            "content in the database cut off",
            "update ir_attachment set db_datas = 'ab' where name = 'inside'",
            "odoo/attachments-are-consistent"),
        rows(
            "every job lost",
            "delete from ir_cron_trigger; delete from ir_cron",
            "odoo/crons-are-known"),
        rows("a job of a module lost", "delete from ir_cron where id = 3", "odoo/crons-are-known"),
        rows(
            "jobs lost",
            "drop table ir_cron cascade",
            "odoo/crons-are-known",
            "odoo/registry-is-whole"),
        rows(
            "the queue lost",
            "drop table queue_job",
            "odoo/queue-state",
            "odoo/registry-is-whole"));
  }

  static Stream<Fault> business() {
    return Stream.of(
        rows(
            "an entry that does not balance",
            "update account_move_line set credit = 19.11, balance = -19.11 where id = 3",
            "business/entries-balance"),
        rows(
            "a line of an entry lost",
            "delete from account_move_line where id = 3",
            "business/entries-balance"),
        rows(
            "all lines of an entry lost",
            "delete from account_move_line where move_id = 2",
            "business/entries-balance"),
        rows(
            "a line that contradicts itself",
            "update account_move_line set debit = 51 where id = 4;"
                + " update account_move_line set credit = 51 where id = 5",
            "business/entries-balance"),
        rows(
            "stock that was never moved",
            "update stock_quant set quantity = 71 where id = 1",
            "business/stock-equals-moves"),
        rows("a quant lost", "delete from stock_quant where id = 5", "business/stock-equals-moves"),
        rows(
            "a finished move lost",
            "delete from stock_move_line where id = 2",
            "business/stock-equals-moves"),
        rows(
            "two entries with one number",
            "drop index account_move_unique_name;"
                + " update account_move set name = 'INV/2026/00001', sequence_number = 1 where id = 2",
            "business/numbering-is-continuous"),
        rows(
            "the last order lost",
            "delete from sale_order_line where order_id = 3; delete from sale_order where id = 3",
            "business/numbering-is-continuous"),
        rows(
            "a clock that had moved",
            "update account_move set write_date = '2026-11-20 12:00' where id = 2",
            "business/newest-work"));
  }

  @ParameterizedTest
  @MethodSource({"database", "odoo", "business"})
  void every_fault_is_caught_and_named(Fault fault) throws Exception {
    assertCaught(19, fault);
  }

  @ParameterizedTest
  @MethodSource("business")
  void what_is_wrong_in_the_business_is_caught_in_the_oldest_series_too(Fault fault)
      throws Exception {
    assertCaught(16, fault);
  }

  private void assertCaught(int series, Fault fault) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(series, folder)) {
      Backup backup = odoo.backup();
      fault.plant().in(odoo);

      List<Checked> results = RestoreChecks.shipped(SETTINGS).run(odoo.restored(backup), _ -> {});

      Set<String> caught =
          results.stream()
              .filter(result -> result.outcome() != Outcome.PASS)
              .map(Checked::check)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(caught.remove(TABLES)).as(TABLES).isEqualTo(fault.inRows());
      assertThat(caught).containsExactlyInAnyOrderElementsOf(fault.caughtBy());
    }
  }

  private static String have() {
    return "odoo/attachments-have-files";
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[2] ^= 1;
    Files.write(file, bytes);
  }

  private static void swap(Path one, Path other) throws IOException {
    String first = Files.readString(one, StandardCharsets.UTF_8);
    Files.copy(other, one, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(other, first);
  }

  private static void deeper(Path filestore) throws IOException {
    Path aside = filestore.resolveSibling("aside");
    Files.move(filestore, aside);
    Files.createDirectory(filestore);
    Files.move(aside, filestore.resolve("acme_prod"));
  }
}
