package dev.interlock.guardrails.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;

/** The names that macros such as {@code all(c, …)} bind inside an expression. */
final class LoopVariables {

  private LoopVariables() {}

  static boolean declares(CelAbstractSyntaxTree ast, String name) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.COMPREHENSION)
        .map(node -> node.expr().comprehension())
        .anyMatch(loop -> binds(loop, name));
  }

  private static boolean binds(CelComprehension loop, String name) {
    return loop.iterVar().equals(name)
        || loop.iterVar2().equals(name)
        || loop.accuVar().equals(name);
  }
}
