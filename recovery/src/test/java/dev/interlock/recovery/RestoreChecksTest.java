package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.evidence.Drill.Checked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RestoreChecksTest {

  private final CountDownLatch begun = new CountDownLatch(1);

  /** Each of the others would wait for the disk too, one after the other. */
  @Test
  void what_waits_for_the_disk_is_asked_beside_all_others_and_shown_in_its_place() {
    List<Checked> seen = new ArrayList<>();
    List<Checked> results =
        RestoreChecks.neutralised(Duration.ofMinutes(1))
            .and(
                List.of(
                    new Own("own/first", false, this::isBegunSoon),
                    new Own("own/disk", true, this::begin),
                    new Own("own/last", false, () -> true)))
            .run(new RestoredOdoo(nowhere(), null, null), seen::add);

    assertThat(results).isEqualTo(seen);
    assertThat(results.subList(results.size() - 3, results.size()))
        .extracting(Checked::check, Checked::message)
        .containsExactly(
            tuple("own/first", "true"), tuple("own/disk", "true"), tuple("own/last", "true"));
  }

  /** The shipped checks get no answer, which takes no time. */
  private static DataSource nowhere() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nowhere");
    return nowhere;
  }

  private boolean begin() {
    begun.countDown();
    return true;
  }

  private boolean isBegunSoon() {
    try {
      return begun.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Own(String name, boolean waitsForDisk, Supplier<Boolean> answer)
      implements RestoreCheck {

    @Override
    public Checked verify(RestoredOdoo restored) {
      return Checked.pass(name, answer.get().toString(), Map.of());
    }
  }
}
