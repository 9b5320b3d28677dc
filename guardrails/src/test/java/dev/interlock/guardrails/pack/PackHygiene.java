package dev.interlock.guardrails.pack;

import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.Guardrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds controls without cases, and cases without a control. */
public final class PackHygiene {

  private static final Set<String> OUTCOMES = Set.of("pass", "fail", "unknown");

  /** Their facts are always there: a name and a default stand in for whatever is not written. */
  private static final Set<String> NEVER_UNKNOWN =
      Set.of(
          "azure-tags",
          "k8s-no-secret-in-manifest",
          "k8s-not-default-namespace",
          "k8s-storage-class-retains");

  private PackHygiene() {}

  /** What is wrong, in the order of names. */
  public static List<String> problems(Controls controls, Path golden) throws IOException {
    List<String> problems = new ArrayList<>();
    controls.stream().forEach(control -> missing(control, golden, problems));
    for (Path folder : below(golden)) {
      String name = folder.getFileName().toString();
      if (controls.find(name).isEmpty()) {
        problems.add(name + ": no control has this name");
      }
      for (Path outcome : below(folder)) {
        if (!OUTCOMES.contains(outcome.getFileName().toString())) {
          problems.add(name + "/" + outcome.getFileName() + ": neither pass, fail nor unknown");
        }
      }
    }
    return problems;
  }

  private static void missing(Guardrail control, Path golden, List<String> problems) {
    Path folder = golden.resolve(control.name());
    if (!Files.isDirectory(folder.resolve("pass"))) {
      problems.add(control.name() + " has no case that passes");
    }
    if (!Files.isDirectory(folder.resolve("fail"))) {
      problems.add(control.name() + " has no case that fails");
    }
    boolean never = NEVER_UNKNOWN.contains(control.name());
    if (Files.isDirectory(folder.resolve("unknown")) == never) {
      problems.add(control.name() + (never ? " has a" : " has no") + " case that is unknown");
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
