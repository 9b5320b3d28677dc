package dev.interlock.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody new who types what a page says, at one instant, and fills in the forms. */
final class Walk {

  /** What the compose file of the sample brings in. */
  private static final String IMAGES =
      "sha256:674e5f69f19427227da943e5bb5b48727204f4e6af12e370aad337c2ad8f5be9, "
          + "sha256:2b8c0af297594a24c9ad750bcff2dffcfb7e6a38bd9380e4385ed3d489661d7e, "
          + "sha256:6d603c5ade1d20d522f4f19c96b5b7371e210a894796d7a34c3e6fd6af465e72";

  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private final InstantSource clock;
  private final String program;

  Walk(Instant now, String program) {
    this.clock = InstantSource.fixed(now);
    this.program = program;
  }

  /** A typed command and how it ended. */
  record Step(String command, int exit, String out, String err) {}

  /** Every command of a page, in its order. */
  List<Step> follow(String page) throws IOException {
    List<Step> steps = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      for (String command : block.group(1).lines().toList()) {
        steps.add(type(command, ""));
      }
    }
    return steps;
  }

  /** Types a command of the program as in a shell, and answers what it asks on a terminal. */
  Step type(String command, String answers) throws IOException {
    String[] redirected = command.split(" >> ", 2);
    List<String> words =
        WORD.matcher(redirected[0])
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toList();
    assertThat(words.getFirst()).isEqualTo(program);
    List<String> args = words.subList(1, words.size());
    if (args.subList(0, 2).equals(List.of("evidence", "sign"))) {
      fillIn(Path.of(args.get(2)));
    }
    Step step = run(command, args, answers);
    if (redirected.length > 1) {
      Files.writeString(
          Path.of(WORD.matcher(redirected[1]).replaceAll("$1$2")),
          step.out(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    return step;
  }

  private Step run(String command, List<String> args, String answers) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8));
    var env = Map.of("INTERLOCK_NAME", program, "INTERLOCK_TTY", "0");
    int exit = Main.run(args, in, out, err, env, clock);
    return new Step(
        command, exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The good news, where the form as it comes states the worst. */
  private static void fillIn(Path form) throws IOException {
    if (!Files.exists(form)) {
      return;
    }
    String text =
        Files.readString(form)
            .replace("violations: {critical: 1}", "violations: {}")
            .replace("resources: 0", "resources: 3")
            .replace("evaluations: 0", "evaluations: 12")
            .replaceAll("# images: .*", "images: [" + IMAGES + "]")
            .replace("backup: unknown", "backup: the one of last night")
            .replace("verified: false", "verified: true")
            .replaceAll("rto: P30D", "rto: PT2H")
            .replaceAll("rpo: P30D", "rpo: PT12H")
            .replace("succeeded: false", "succeeded: true")
            .replace("passed: false", "passed: true")
            .replaceAll("(?s)open:\\n.*permits: \\[]\\n", "open: []\n")
            .replaceAll("spent: 999999999.00", "spent: 4100.00")
            .replaceAll("forecast: 999999999.00", "forecast: 6300.00")
            .replaceAll("monthlyDelta: 999999999.00", "monthlyDelta: 0.00");
    Files.writeString(form, text);
  }
}
