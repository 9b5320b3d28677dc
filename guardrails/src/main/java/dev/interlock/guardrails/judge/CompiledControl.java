package dev.interlock.guardrails.judge;

import dev.interlock.guardrails.cel.Expression;
import dev.interlock.guardrails.path.PropertyPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions and paths of a control, parsed and checked.
 *
 * @param when whether the control applies; null when it always does
 * @param each the elements to judge; empty when the resource as a whole is judged
 * @param rule true when all is well
 * @param message what to say when it is not; null for the title
 * @param at the property at fault; null for what was judged
 */
public record CompiledControl(
    @Nullable Expression when,
    List<PropertyPath> each,
    Expression rule,
    @Nullable Expression message,
    @Nullable PropertyPath at) {

  public CompiledControl {
    each = List.copyOf(each);
  }
}
