package dev.interlock.facts.arm.scope;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an expression in a template can ask.
 *
 * @param deployment the deployment whose parameters and variables count
 * @param loop the innermost copy loop; null outside of loops
 * @param arguments of the function of the template's own whose body this is; null outside of one
 * @param depth how many functions of the template's own are being called
 */
public record TemplateScope(
    Deployment deployment, @Nullable Loop loop, @Nullable ObjectValue arguments, int depth) {

  private static final int DEEPEST = 32;

  /** Outside of loops and functions. */
  public static TemplateScope of(Deployment deployment) {
    return new TemplateScope(deployment, null, null, 0);
  }

  /** The same in an iteration over a resource or an output. */
  public TemplateScope in(String name, int index) {
    return new TemplateScope(deployment, new Loop(name, index, false, loop), arguments, depth);
  }

  /** The same in an iteration over a property. */
  public TemplateScope inProperty(String name, int index) {
    return new TemplateScope(deployment, new Loop(name, index, true, loop), arguments, depth);
  }

  /** The body of a function of the template's own. */
  public TemplateScope calling(ObjectValue given) {
    if (depth == DEEPEST) {
      throw new ExpressionException("functions of a template call one another without an end");
    }
    return new TemplateScope(deployment, null, given, depth + 1);
  }

  /** The value of a parameter: of the function, or of the deployment. */
  public Value parameter(String name) {
    if (arguments == null) {
      return deployment.parameter(name);
    }
    Value value = arguments.get(name);
    if (value == null) {
      throw new ExpressionException("this function has no parameter '" + name + "'");
    }
    return value;
  }
}
