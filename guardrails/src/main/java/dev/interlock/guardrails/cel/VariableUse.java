package dev.interlock.guardrails.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds variables that cannot have a value: parameters nobody declares, elements without each. */
final class VariableUse {

  private VariableUse() {}

  static List<ExpressionProblem> check(
      CelAbstractSyntaxTree ast, Set<String> params, boolean each) {
    List<ExpressionProblem> problems = new ArrayList<>();
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .forEach(node -> {
          CelExpr expr = node.expr();
          if (!each && isGlobal(ast, expr, Variable.ITEM, Variable.KEY)) {
            problems.add(withoutEach(offset(ast, expr), expr.ident().name()));
          }
          if (expr.getKind() == Kind.SELECT
              && isGlobal(ast, expr.select().operand(), Variable.PARAMS)
              && !params.contains(expr.select().field())) {
            problems.add(undeclared(offset(ast, expr), expr.select().field(), params));
          }
        });
    return problems;
  }

  /**
   * A loop variable may be called item as well: only the reference map knows which one is meant.
   */
  private static boolean isGlobal(CelAbstractSyntaxTree ast, CelExpr expr, Variable... variables) {
    if (expr.getKind() != Kind.IDENT) {
      return false;
    }
    for (Variable variable : variables) {
      if (expr.ident().name().equals(variable.word())
          && ast.getReference(expr.id()).isPresent()
          && !LoopVariables.declares(ast, variable.word())) {
        return true;
      }
    }
    return false;
  }

  private static int offset(CelAbstractSyntaxTree ast, CelExpr expr) {
    return ast.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
  }

  private static ExpressionProblem withoutEach(int offset, String name) {
    return new ExpressionProblem(
        offset,
        "\"" + name + "\" has no value in a control without each",
        "add each with the path of a list, or write resource");
  }

  private static ExpressionProblem undeclared(int offset, String name, Set<String> params) {
    return new ExpressionProblem(
        offset,
        "the control has no parameter \"" + name + "\"",
        Suggestion.didYouMean(name, params).orElse("add it under params with its default"));
  }
}
