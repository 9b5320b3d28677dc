package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.TestServer;
import dev.interlock.server.faults.Postmaster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What whoever runs the server sees of it. */
@Tag("slow")
class ObservedTest {

  private static final String READY = "/actuator/health/readiness";

  @TempDir Path data;

  @Test
  void decisions_are_counted_and_a_server_without_its_database_is_alive_but_not_ready()
      throws Exception {
    try (Postmaster postgres = Postmaster.start(data);
        TestServer server = TestServer.start(data.resolve("server"), postgres.database())) {
      ApiClient pipeline = ApiClient.of(server, "pipeline");
      ApiClient.Answer filed = pipeline.send("POST", "/changes", SampleChange.body("seen"));
      assertThat(filed.status()).isEqualTo(201);
      ApiClient.Answer answer = pipeline.send("POST", "/changes/seen/decision", "");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      String outcome = answer.json().get("decision").asString();

      Browser operator = server.administrator();
      String meters = operator.get("/actuator/prometheus").body();
      assertThat(meters)
          .contains("interlock_decisions_seconds_count{outcome=\"" + outcome + "\"} 1")
          .containsPattern("interlock_ledger_entries [1-9]")
          .containsPattern("interlock_ledger_appends_seconds_count\\{outcome=\"kept\"} [1-9]")
          .containsPattern("interlock_ledger_batch_entries_sum [1-9]")
          .contains("interlock_estate_troubles 0.0");

      Browser probe = server.browser();
      assertThat(probe.get(READY).statusCode()).isEqualTo(200);
      postgres.kill();
      assertThat(probe.get(READY).statusCode()).isEqualTo(503);
      assertThat(probe.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      failuresAreFoundInTheLog(pipeline);
    }
  }

  /** By the trace id that whoever asked was told. */
  private static void failuresAreFoundInTheLog(ApiClient pipeline) {
    Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    all.addAppender(lines);
    ApiClient.Answer failed = pipeline.get("/changes");
    all.detachAppender(lines);
    assertThat(failed.status()).isEqualTo(503);
    String told = failed.json().get("traceId").asString();
    assertThat(told).matches("[0-9a-f]{32}");
    assertThat(List.copyOf(lines.list))
        .anySatisfy(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.ERROR);
          assertThat(line.getMDCPropertyMap()).containsEntry("traceId", told);
        });
  }
}
