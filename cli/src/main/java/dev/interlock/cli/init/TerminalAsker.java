package dev.interlock.cli.init;

import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.Asker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks on the terminal: the question goes to standard error, so that results stay results. */
final class TerminalAsker implements Asker {

  private final Invocation invocation;
  private final BufferedReader answers;
  private boolean ended;

  TerminalAsker(Invocation invocation) {
    this.invocation = invocation;
    this.answers =
        new BufferedReader(new InputStreamReader(invocation.in(), StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> ask(String question, String guess) {
    if (ended) {
      return Optional.empty();
    }
    String otherwise = guess.isEmpty() ? "Enter leaves it open" : "Enter: " + guess;
    String whole = String.format("%s [%s]", question, otherwise);
    whole.lines().map(Prose::safe).forEach(invocation.err()::line);
    invocation.err().writer().write("> ");
    invocation.err().flush();
    Optional<String> answer = line();
    ended = answer.isEmpty();
    return answer.map(String::strip).filter(a -> !a.isEmpty());
  }

  /** Nothing when the input ends: whoever presses Ctrl-D has no more to say. */
  private Optional<String> line() {
    try {
      return Optional.ofNullable(answers.readLine());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
