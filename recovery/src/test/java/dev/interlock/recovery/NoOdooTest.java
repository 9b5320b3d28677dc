package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore.Listed;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no Odoo is not saved as one: most likely the name of the database is wrong. */
@Tag("slow")
class NoOdooTest {

  @TempDir private Path folder;

  @Test
  void another_database_and_an_odoo_without_modules_are_refused_before_anything_is_stored()
      throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run("update ir_module_module set state = 'uninstalled'");
      refused(source, "no module is installed");
      source.run("drop schema public cascade; create schema public");
      refused(source, "no Odoo");
    }
  }

  private static void refused(SourceOdoo source, String why) {
    assertThatThrownBy(() -> source.save(source.storeFolder(), null))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(why)
        .hasMessageContaining("erp");
    try (Stream<Listed> all = source.store().list("")) {
      assertThat(all).isEmpty();
    }
  }
}
