package dev.interlock.cli.command;

import dev.interlock.cli.terminal.Invocation;
import java.util.List;
import java.util.function.Function;

/**
 * One command in the tree. Its object is made only when the command line names it, so that a cold
 * start loads no class of another command.
 *
 * @param name as it is typed
 * @param command makes the annotated object
 * @param children the commands below it; empty for one that does something itself
 */
record CommandEntry(
    String name, Function<Invocation, Object> command, List<CommandEntry> children) {

  static CommandEntry leaf(String name, Function<Invocation, Object> command) {
    return new CommandEntry(name, command, List.of());
  }

  static CommandEntry group(
      String name, Function<Invocation, Object> command, CommandEntry... children) {
    return new CommandEntry(name, command, List.of(children));
  }
}
