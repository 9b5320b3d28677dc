package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are made while people work raise no false alarm; a soak makes a hundred of them. */
@Tag("slow")
class CleanDrillsTest {

  private static final int DRILLS = Math.clamp(Long.getLong("interlock.seeds", 1), 1, 100);

  private static final String ORDER =
      """
      with ordered as (
        insert into sale_order (name, state, company_id, partner_id, date_order, create_date, write_date)
        select 'S' || lpad(nextval('ir_sequence_001')::text, 5, '0'), 'sale', 1, 1, utc, utc, utc
        from (select now() at time zone 'utc' as utc) at returning id)
      insert into sale_order_line (order_id, product_id, product_uom_qty) select id, 1, 1 from ordered
      """;

  @TempDir private Path folder;

  @Test
  void what_is_saved_while_people_work_is_verified() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      AtomicBoolean closing = new AtomicBoolean();
      FutureTask<Integer> people = new FutureTask<>(() -> work(source, closing));
      Thread.ofPlatform().daemon().start(people);
      for (int i = 0; i < DRILLS; i++) {
        Backup backup = source.save(source.storeFolder(), null);

        assertThat(drill(source, backup).checks())
            .as(backup.backup())
            .extracting(Checked::outcome, Checked::check, Checked::message)
            .allMatch(check -> check.toList().getFirst() == Outcome.PASS);
      }
      closing.set(true);
      assertThat(people.get()).isGreaterThan(DRILLS);
    }
  }

  /** Takes orders and attaches files until it is told to end; returns how often. */
  private static int work(SourceOdoo source, AtomicBoolean closing) throws Exception {
    Random random = new Random(1);
    int done = 0;
    while (!closing.get()) {
      source.run(ORDER);
      source.addFile("sale.order", 1 + random.nextInt(3), "page " + random.nextLong());
      Thread.sleep(random.nextInt(40));
      done++;
    }
    return done;
  }

  private static Drill drill(SourceOdoo source, Backup backup) {
    return new RestoreDrill(
            source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
        .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places()));
  }
}
