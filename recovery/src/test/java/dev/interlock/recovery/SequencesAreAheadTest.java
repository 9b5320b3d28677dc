package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.database.SequencesAreAhead;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SequencesAreAheadTest {

  @TempDir Path folder;

  @Test
  void a_sequence_with_steps_or_one_that_begins_again_is_no_fault() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      odoo.run(
          """
          create sequence steps increment 10;
          create table stepping (code integer primary key default nextval('steps'));
          insert into stepping values (nextval('steps')), (5);
          create sequence ring maxvalue 3 cycle;
          create table turning (code integer default nextval('ring'));
          select setval('ring', 3);
          create table words (code text primary key default 'A' || nextval('steps'))
          """);

      var result = new SequencesAreAhead().verify(odoo.restored(null));

      assertThat(result.message()).isEqualTo("the next ids and numbers are new ones");
      assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    }
  }
}
