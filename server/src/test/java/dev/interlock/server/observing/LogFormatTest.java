package dev.interlock.server.observing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines for people, or JSON for programs, by a setting. */
class LogFormatTest {

  @Test
  void one_json_object_a_line_where_that_is_set() throws Exception {
    JsonNode line = JsonMapper.shared().readTree(logged("json"));
    assertThat(line.get("level").asString()).isEqualTo("WARN");
    assertThat(line.get("message").asString()).isEqualTo("it \"rains\"");
    assertThat(line.get("loggerName").asString()).isEqualTo("dev.interlock.test");
    assertThat(line.at("/mdc/traceId").asString()).isEqualTo("4bf92f35");
  }

  @Test
  void a_line_of_text_otherwise() throws Exception {
    assertThat(logged("text"))
        .contains("WARN")
        .endsWith(" 4bf92f35 it \"rains\"\n")
        .doesNotStartWith("{");
  }

  private static String logged(String format) throws Exception {
    LoggerContext context = new LoggerContext();
    try {
      context.setMDCAdapter(new LogbackMDCAdapter());
      context.putProperty("INTERLOCK_LOG", format);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(LogFormatTest.class.getResource("/logback.xml")));
      Logger logger = context.getLogger("dev.interlock.test");
      var event = new LoggingEvent("test", logger, Level.WARN, "it \"rains\"", null, null);
      event.setMDCPropertyMap(Map.of("traceId", "4bf92f35"));
      var stderr =
          (ConsoleAppender<ILoggingEvent>)
              context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
      return new String(stderr.getEncoder().encode(event), StandardCharsets.UTF_8);
    } finally {
      context.stop();
    }
  }
}
