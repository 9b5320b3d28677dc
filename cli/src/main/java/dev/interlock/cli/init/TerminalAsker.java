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

  TerminalAsker(Invocation invocation) {
    this.invocation = invocation;
    this.answers =
        new BufferedReader(new InputStreamReader(invocation.in(), StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> ask(String question, String guess) {
    String otherwise = guess.isEmpty() ? "Enter leaves it open" : "Enter: " + guess;
    invocation.err().line(Prose.safe(question + " [" + otherwise + "]"));
    invocation.err().flush();
    try {
      return Optional.ofNullable(answers.readLine()).map(String::strip).filter(a -> !a.isEmpty());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
