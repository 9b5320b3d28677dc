package dev.interlock.cli.window;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.Closure;
import dev.interlock.changes.NextWindow;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.Part;
import dev.interlock.cli.remote.SentProblem;
import dev.interlock.cli.remote.ServerPlants;
import dev.interlock.cli.terminal.Invocation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code window next --server}: the server's calendars answer. */
final class RemoteWindow {

  private RemoteWindow() {}

  /**
   * What to ask.
   *
   * @param from not before; null for the server's present
   */
  record Question(
      String environment,
      Duration duration,
      @Nullable String tier,
      @Nullable Instant from,
      Set<String> services) {

    String path() {
      StringBuilder path = new StringBuilder("/windows/next?environment=");
      path.append(Api.escaped(environment)).append("&duration=").append(duration);
      if (tier != null) {
        path.append("&tier=").append(Api.escaped(tier));
      }
      if (from != null) {
        path.append("&from=").append(from);
      }
      services.stream().sorted().forEach(s -> path.append("&service=").append(Api.escaped(s)));
      return path.toString();
    }
  }

  static SlotAnswer ask(Question question, ServerOption server, Invocation invocation)
      throws IOException {
    Api api = Api.open(server, invocation);
    Part answer = api.get(question.path()).json();
    return new SlotAnswer(
        answer.text("environment"),
        answer.textOrNull("tier"),
        answer.text("rule"),
        answer.instant("from"),
        answer.word("duration", Duration::parse),
        next(answer),
        ServerPlants.of(api, question.environment()),
        List.of());
  }

  private static NextWindow next(Part answer) {
    return answer.word("answer", word -> next(word, answer));
  }

  private static NextWindow next(String word, Part answer) {
    List<BlockedStarts> blocked =
        answer.parts("blocked").stream().map(RemoteWindow::blocked).toList();
    return switch (word) {
      case "found" -> new NextWindow.Found(answer.instant("start"), answer.instant("end"), blocked);
      case "none" -> new NextWindow.None(answer.instant("searchedUntil"), blocked);
      case "unknown" ->
          new NextWindow.Unknown(
              answer.parts("details").stream().map(p -> SentProblem.of(p, Map.of())).toList());
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static BlockedStarts blocked(Part step) {
    Closure because =
        new Closure(
            step.word("kind", RemoteWindow::kind),
            step.textOrNull("plant"),
            step.textOrNull("calendar"),
            step.text("summary"),
            step.word("closedFrom", ZonedDateTime::parse),
            step.word("closedUntil", ZonedDateTime::parse));
    return new BlockedStarts(step.instant("from"), step.instant("until"), because);
  }

  private static Closure.Kind kind(String word) {
    return Closure.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
