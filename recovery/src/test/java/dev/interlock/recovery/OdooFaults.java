package dev.interlock.recovery;

import static dev.interlock.recovery.PlantedFault.files;
import static dev.interlock.recovery.PlantedFault.rows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Faults of an Odoo: its modules, its register and its files. */
final class OdooFaults {

  private OdooFaults() {}

  static Stream<PlantedFault> all() {
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
            "a module in another version that ends alike",
            "update ir_module_module set latest_version = '19.0.2.1.1' where name = 'stock'",
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
            "the size of a row a byte off",
            "update ir_attachment set file_size = file_size + 1 where id = 7",
            have()),
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
