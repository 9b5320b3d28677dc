package dev.interlock.changes.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.ChangeRegister;
import dev.interlock.changes.PostgresRegister;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent.Filed;
import dev.interlock.changes.RegisterEvent.Revised;
import dev.interlock.changes.RegisterView;
import dev.interlock.changes.register.RegisterServer.TestDatabase;
import dev.interlock.finding.Fault;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The register in a real PostgreSQL. */
@Tag("slow")
@ExtendWith(RegisterServer.class)
class PostgresRegisterTest extends ChangeRegisterContract {

  private final TestDatabase database;
  private final PostgresRegister register;

  PostgresRegisterTest(TestDatabase database) {
    this.database = database;
    this.register = database.open();
  }

  @Override
  ChangeRegister fresh() {
    return database.open();
  }

  @Test
  void what_one_replica_appends_the_other_sees() {
    PostgresRegister other = database.open();
    RegisterView view = new RegisterView(other);
    register.append(event(new Filed("a", version("first")), 0), List.of(FILE));
    assertThat(view.catchUp().changes()).containsExactly("a");
    register.append(event(new Revised("a", version("second")), 1), List.of());
    assertThat(view.catchUp().changes()).containsExactly("a");
    assertThat(view.find("a").orElseThrow().version().title()).isEqualTo("second");
    assertThat(view.catchUp().changes()).isEmpty();
    assertThat(other.contents(List.of(HASH))).containsKey(HASH);
  }

  @Test
  void migrating_again_changes_nothing() {
    register.append(event(new Filed("a", version("first")), 0), List.of(FILE));
    PostgresRegister.migrate(database.as(RegisterServer.OWNER), RegisterServer.RUNTIME);
    assertThat(register.position()).isEqualTo(1);
  }

  @Test
  void a_database_that_is_not_migrated_is_a_fault_with_its_code() {
    Jdbi.create(database.as(RegisterServer.OWNER))
        .useHandle(handle -> handle.execute("drop schema changes cascade"));
    assertThatThrownBy(register::position)
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.code()).isEqualTo(RegisterCode.STORAGE_FAILED.code()));
  }
}
