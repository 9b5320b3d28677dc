package dev.interlock.guardrails.path;

import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.cel.ExpressionProblem;
import dev.interlock.guardrails.path.PropertyPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link PropertyPath}. */
public final class PathParser {

  private static final Pattern ROOT = Pattern.compile("[A-Za-z_]+");
  private static final Pattern STEP =
      Pattern.compile(
          "\\.(\\??)([A-Za-z0-9_$-]+)" // .key .?key
              + "|\\[(\\??)(?:\"([^\"]*)\"|'([^']*)')]" // ["a key"] [?"a key"]
              + "|\\[(\\d{1,9})]" // [0]
              + "|\\[(\\*)]"); // [*]

  private PathParser() {}

  /**
   * Reads a path.
   *
   * @param text the path
   * @param roots what it may begin with
   * @param many whether it may lead to several values
   * @param problems takes what is wrong
   * @return the path, or null when something is wrong
   */
  public static @Nullable PropertyPath parse(
      String text, Set<String> roots, boolean many, List<ExpressionProblem> problems) {
    Matcher start = ROOT.matcher(text);
    if (!start.lookingAt() || !roots.contains(start.group())) {
      problems.add(wrongRoot(start.lookingAt() ? start.group() : text, roots));
      return null;
    }
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = start.end();
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        problems.add(unreadable(at));
        return null;
      }
      Step step = step(matcher);
      if (step instanceof Step.Every && !many) {
        problems.add(new ExpressionProblem(at, "[*] leads to many values, expected one", null));
        return null;
      }
      steps.add(step);
      at = matcher.end();
    }
    return new PropertyPath(start.group(), steps);
  }

  private static Step step(Matcher matcher) {
    if (matcher.group(2) != null) {
      return new Step.Key(matcher.group(2), !matcher.group(1).isEmpty());
    }
    if (matcher.group(6) != null) {
      return new Step.Index(Integer.parseInt(matcher.group(6)));
    }
    if (matcher.group(7) != null) {
      return new Step.Every();
    }
    String key = matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
    return new Step.Key(key, !matcher.group(3).isEmpty());
  }

  private static ExpressionProblem wrongRoot(String root, Set<String> roots) {
    String known = String.join(", ", roots.stream().sorted().toList());
    return new ExpressionProblem(
        0, "a path begins with one of " + known, Suggestion.didYouMean(root, roots).orElse(null));
  }

  private static ExpressionProblem unreadable(int at) {
    return new ExpressionProblem(
        at,
        "unreadable path, expected .key, .?key, [\"key\"], [0] or [*]",
        "a key with dots or slashes is written [\"app.kubernetes.io/name\"]");
  }
}
