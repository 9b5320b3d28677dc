package dev.interlock.facts;

import dev.interlock.facts.arm.expand.TemplateRun;

/**
 * Expands templates of Azure Resource Manager: evaluates their parameters, variables, loops,
 * conditions and nested deployments, without Azure. What only a deployment can tell is unknown.
 */
public final class TemplateExpander {

  private TemplateExpander() {}

  /** What the template would deploy, and what it gives back. Nothing is thrown. */
  public static TemplateExpansion expand(TemplateQuestion question) {
    return TemplateRun.of(question).expand();
  }

  /**
   * The value of one expression, in square brackets, as if it stood in the template's outputs.
   *
   * @return an expansion with that value and nothing else
   */
  public static TemplateExpansion evaluate(TemplateQuestion question, String expression) {
    return TemplateRun.of(question).evaluate(expression);
  }
}
