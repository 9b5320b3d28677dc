package dev.interlock.cli.check;

import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.Message;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.usecases.CheckReport;
import dev.interlock.usecases.FilesToCheck;
import dev.interlock.usecases.PrepareCheck;
import dev.interlock.usecases.SentInput;
import dev.interlock.usecases.SentTarget;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code check --server}: the server's guardrails judge the files that lie here. */
final class RemoteCheck {

  private RemoteCheck() {}

  /**
   * What to ask.
   *
   * @param paths files, folders, or {@code -}
   * @param environment of the server's estate, or null
   * @param complete the paths are all there is of it
   * @param target where templates would be deployed to
   */
  record Question(
      List<String> paths, @Nullable String environment, boolean complete, SentTarget target) {}

  static CheckReport ask(Question question, ServerOption server, Invocation invocation)
      throws IOException {
    Api api = Api.open(server, invocation);
    FilesToCheck sent = new PrepareCheck(invocation.in()).run(question.paths());
    Message message =
        Message.of(
            sent.files(),
            json -> {
              if (question.environment() != null) {
                json.writeStringProperty("environment", question.environment());
              }
              json.writeBooleanProperty("complete", question.complete());
              target(question.target(), json);
              json.writeArrayPropertyStart("inputs");
              sent.inputs().forEach(input -> input(input, json));
              json.writeEndArray();
            });
    return new SentReport(api.send("POST", "/checks", message).json()).read();
  }

  private static void target(SentTarget target, JsonGenerator json) {
    json.writeObjectPropertyStart("target");
    told("tenant", target.tenant(), json);
    told("managementGroup", target.managementGroup(), json);
    told("subscription", target.subscription(), json);
    told("resourceGroup", target.resourceGroup(), json);
    told("location", target.location(), json);
    told("deploymentName", target.deploymentName(), json);
    json.writeEndObject();
  }

  private static void told(String name, @Nullable String value, JsonGenerator json) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void input(SentInput input, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", input.name());
    json.writeStringProperty("path", input.path());
    json.writeNumberProperty("others", input.others());
    json.writeArrayPropertyStart("unread");
    input.unread().forEach(problem -> problem(problem, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void problem(Diagnostic problem, JsonGenerator json) {
    SourceRef source = problem.source();
    json.writeStartObject();
    json.writeStringProperty("code", problem.code());
    json.writeStringProperty("level", problem.level().name().toLowerCase(Locale.ROOT));
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("file", source.file());
    json.writeNumberProperty("line", source.line());
    json.writeNumberProperty("column", source.column());
    json.writeEndObject();
    json.writeStringProperty("message", problem.message());
    if (problem.hint() != null) {
      json.writeStringProperty("hint", problem.hint());
    }
    json.writeEndObject();
  }
}
