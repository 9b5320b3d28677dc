package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.Compiler;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.finding.Diagnostics;
import dev.interlock.finding.SourceRef;

/** Compiles what stands in a rule, and tells what is wrong with it and where. */
final class RuleTexts {

  private final String file;
  private final Compiler<PolicyScope> compiler;
  private final Diagnostics problems;

  RuleTexts(String file, Compiler<PolicyScope> compiler, Diagnostics problems) {
    this.file = file;
    this.compiler = compiler;
    this.problems = problems;
  }

  /** Notes a problem at a node. */
  void problem(RuleProblem problem, Node node, String message) {
    problems.add(problem.at(node.in(file), message));
  }

  /** Notes a problem at a key. */
  void problem(RuleProblem problem, MappingNode.Entry key, String message) {
    problems.add(problem.at(new SourceRef(file, key.line(), key.column()), message));
  }

  /** The program of a node: an expression in a text, or the value as it stands. */
  Program<PolicyScope> program(Node node) {
    return switch (node) {
      case ScalarNode scalar when scalar.value() instanceof String text -> text(scalar, text);
      case ScalarNode _, UnknownNode _ -> new Program.Constant<>(Values.of(node));
      case MappingNode _, SequenceNode _ -> Trees.program(node, this);
    };
  }

  private Program<PolicyScope> text(ScalarNode node, String text) {
    try {
      return compiler.text(text);
    } catch (ExpressionException e) {
      // One more for the quote that the text begins with.
      int column = node.column() + 1 + Math.max(e.offset(), 0);
      problems.add(
          RuleProblem.BAD_EXPRESSION.at(new SourceRef(file, node.line(), column), e.reason()));
      return new Program.Constant<>(NullValue.NULL);
    }
  }

  /** The value of a node that must not depend on the resource; null as a value after a problem. */
  Value constant(Node node) {
    Program<PolicyScope> program = program(node);
    if (program instanceof Program.Constant<PolicyScope> constant) {
      return constant.value();
    }
    problem(RuleProblem.BAD_EXPRESSION, node, "this must not depend on the resource");
    return NullValue.NULL;
  }
}
