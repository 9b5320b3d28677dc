package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import org.junit.jupiter.api.Test;

/** What PostgreSQL says when the place has no room is no fault of the backup. */
class PlaceOfDrillTest {

  @Test
  void a_table_for_which_there_is_no_room_says_nothing_of_the_backup() {
    String said =
        """
        the restore failed:
          pg_restore: error: COPY failed for table "t": ERROR:  could not extend file "base/16384/17105": wrote only 4096 of 8192 bytes at block 0
          CONTEXT:  COPY t, line 4\
        """;

    assertThat(blamed(said)).isEqualTo(RecoveryCode.PLACE_FAILED.code());
    assertThat(blamed("the restore failed:\n  ERROR:  could not create unique index"))
        .isEqualTo(RecoveryCode.RESTORE_FAILED.code());
  }

  private static String blamed(String said) {
    return PlaceOfDrill.blamedByWords(new Fault(RecoveryCode.RESTORE_FAILED.code(), said)).code();
  }
}
