package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import java.util.List;

/** Looks at the shape of a template's sections; one that is wrong counts as empty. */
final class Sections {

  private static final List<String> OBJECTS =
      List.of("parameters", "variables", "outputs", "definitions");

  private Sections() {}

  static void check(Template template, Run run) {
    for (String name : OBJECTS) {
      Node section = Keys.get(template.root(), name);
      if (section != null && !(section instanceof MappingNode)) {
        complain(template, run, section, name + " must be an object and is ");
      }
    }
    Node functions = Keys.get(template.root(), "functions");
    if (functions != null && !(functions instanceof SequenceNode)) {
      complain(template, run, functions, "functions must be a list and is ");
    }
  }

  private static void complain(Template template, Run run, Node section, String message) {
    run.problem(Problem.SECTION, template.file(), section, message + section.describe());
  }
}
