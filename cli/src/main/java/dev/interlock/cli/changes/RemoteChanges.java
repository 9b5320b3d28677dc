package dev.interlock.cli.changes;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.FiledChange;
import dev.interlock.cli.remote.Message;
import dev.interlock.cli.remote.Part;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes of a server. */
final class RemoteChanges {

  private static final int AT_ONCE = 200;

  private RemoteChanges() {}

  /** Prints all changes that the filter lets through; what is null in it means any. */
  static void list(
      Map<String, @Nullable String> filter,
      ServerOption server,
      FormatOption format,
      Invocation invocation)
      throws IOException {
    Api api = Api.open(server, invocation);
    List<Part> changes = new ArrayList<>();
    String cursor = null;
    do {
      Part page = api.get(query(filter, cursor)).json();
      changes.addAll(page.parts("items"));
      cursor = page.textOrNull("next");
    } while (cursor != null);
    var out = invocation.out().writer();
    format.choose(() -> ChangesReport.text(changes, out), () -> ChangesReport.json(changes, out));
  }

  private static String query(Map<String, @Nullable String> filter, @Nullable String cursor) {
    StringBuilder query = new StringBuilder("/changes?limit=" + AT_ONCE);
    filter.forEach((name, value) -> append(query, name, value));
    append(query, "cursor", cursor);
    return query.toString();
  }

  private static void append(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query.append('&').append(name).append('=').append(Api.escaped(value));
    }
  }

  /** Prints one change. */
  static void show(String name, ServerOption server, FormatOption format, Invocation invocation)
      throws IOException {
    Part change = Api.open(server, invocation).get("/changes/" + Api.escaped(name)).json();
    var out = invocation.out().writer();
    format.choose(() -> ChangeReport.text(change, out), () -> ChangesReport.json(change, out));
  }

  /** Takes back the version that lies there now. */
  static void withdraw(String name, String reason, ServerOption server, Invocation invocation)
      throws IOException {
    Api api = Api.open(server, invocation);
    String path = "/changes/" + Api.escaped(name);
    FiledChange seen = FiledChange.of(api.get(path));
    Message why = Message.of(json -> json.writeStringProperty("reason", reason));
    api.send("POST", path + "/withdrawal", why.ifMatch(seen.digest()));
    invocation.out().line(Prose.safe("Withdrawn: " + seen.name()));
  }
}
