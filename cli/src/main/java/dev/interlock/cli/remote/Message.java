package dev.interlock.cli.remote;

import dev.interlock.changes.Submission;
import dev.interlock.cli.output.JsonText;
import dev.interlock.ledger.Bytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * What is sent.
 *
 * @param body of the request
 * @param headers beyond those of every request
 * @param names what the user calls the files in it, by the path under which they are sent
 */
public record Message(Bytes body, Map<String, String> headers, Map<String, String> names) {

  /** Nothing. */
  public static final Message EMPTY = new Message(Bytes.of(new byte[0]), Map.of(), Map.of());

  private static final String JSON = "application/json";

  public Message {
    headers = Map.copyOf(headers);
    names = Map.copyOf(names);
  }

  /** An envelope or another body that is JSON already. */
  public static Message of(Bytes json) {
    return new Message(json, Map.of("Content-Type", JSON), Map.of());
  }

  /** An object whose properties are written. */
  public static Message of(Consumer<JsonGenerator> properties) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          properties.accept(json);
          json.writeEndObject();
        });
    out.flush();
    return of(Bytes.utf8(text.toString()));
  }

  /** A change with its files. */
  public static Message of(Submission submission, Map<String, String> names) {
    Message message =
        of(json -> {
          json.writeStringProperty("document", submission.change());
          files(submission.files(), json);
        });
    return message.named(names);
  }

  /** Files, after these properties. */
  public static Message of(SortedMap<String, Bytes> files, Consumer<JsonGenerator> properties) {
    return of(json -> {
      properties.accept(json);
      files(files, json);
    });
  }

  /** As base64, so that every byte arrives whatever it is. */
  private static void files(SortedMap<String, Bytes> files, JsonGenerator json) {
    json.writeObjectPropertyStart("base64");
    files.forEach((path, content) -> json.writeStringProperty(path, content.base64()));
    json.writeEndObject();
  }

  /** The same with one header more. */
  public Message with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Message(body, more, names);
  }

  /** The same, with what the user calls the files in it. */
  Message named(Map<String, String> files) {
    return new Message(body, headers, files);
  }

  /** Only for the version with this digest. */
  public Message ifMatch(String digest) {
    return with("If-Match", '"' + digest + '"');
  }
}
