package dev.interlock.guardrails.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.interlock.guardrails.view.StatedReason;

/**
 * {@code unknown("why")}: a control says that it cannot judge, because the deciding fact is kept
 * elsewhere.
 */
@Immutable
final class UnknownLibrary implements CelCompilerLibrary, CelRuntimeLibrary {

  private static final String FUNCTION = "unknown";
  private static final String OVERLOAD = "unknown_string";

  @Override
  public void setCheckerOptions(CelCheckerBuilder checker) {
    checker.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            FUNCTION,
            CelOverloadDecl.newGlobalOverload(OVERLOAD, SimpleType.BOOL, SimpleType.STRING)));
  }

  @Override
  public void setRuntimeOptions(CelRuntimeBuilder runtime) {
    runtime.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            FUNCTION, CelFunctionBinding.from(OVERLOAD, String.class, UnknownLibrary::state)));
  }

  private static Object state(String reason) {
    throw StatedReason.thrown(reason);
  }
}
