package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgBackRestVersionsTest {

  @ParameterizedTest
  @CsvSource({"2.45,15", "2.41,15", "2.45,9.6", "2.54.1,17", "2.55.0,18", "2.58.0,99"})
  void a_tool_that_knows_the_server_is_good(String tool, String server) {
    assertThatCode(() -> PgBackRestVersions.require(tool, server)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"2.40,15,2.41", "2.45,16,2.48", "2.47,16,2.48", "2.54.2,18,2.55", "2.52,17,2.53"})
  void a_tool_older_than_the_server_is_told_with_the_first_that_would_do(
      String tool, String server, String needed) {
    assertThatThrownBy(() -> PgBackRestVersions.require(tool, server))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("pgBackRest " + tool, "PostgreSQL " + server, needed)
        .extracting(it -> ((Fault) it).code())
        .isEqualTo(RecoveryCode.TOOL_TOO_OLD.code());
  }
}
