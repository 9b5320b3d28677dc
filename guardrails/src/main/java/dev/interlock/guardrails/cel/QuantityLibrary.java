package dev.interlock.guardrails.cel;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.interlock.guardrails.view.StatedReason;
import java.math.BigDecimal;
import java.util.List;

/**
 * Kubernetes quantities in CEL, with the names of Kubernetes' own CEL library: {@code
 * quantity("2Gi").isGreaterThan(quantity(item.resources.limits.memory))}.
 */
@Immutable
final class QuantityLibrary implements CelCompilerLibrary, CelRuntimeLibrary {

  private static final CelType TYPE = OpaqueType.create("kubernetes.Quantity");

  private static final ImmutableList<CelFunctionDecl> DECLARATIONS =
      ImmutableList.of(
          global("quantity", "string_to_quantity", TYPE, SimpleType.STRING),
          global("quantity", "int_to_quantity", TYPE, SimpleType.INT),
          global("quantity", "double_to_quantity", TYPE, SimpleType.DOUBLE),
          global("isQuantity", "is_quantity_string", SimpleType.BOOL, SimpleType.STRING),
          member("isLessThan", "quantity_is_less_than", SimpleType.BOOL, TYPE, TYPE),
          member("isGreaterThan", "quantity_is_greater_than", SimpleType.BOOL, TYPE, TYPE),
          member("compareTo", "quantity_compare_to", SimpleType.INT, TYPE, TYPE),
          member("add", "quantity_add", TYPE, TYPE, TYPE),
          member("sub", "quantity_sub", TYPE, TYPE, TYPE),
          member("asInteger", "quantity_as_integer", SimpleType.INT, TYPE),
          member("asApproximateFloat", "quantity_as_float", SimpleType.DOUBLE, TYPE));

  @Override
  public void setCheckerOptions(CelCheckerBuilder checker) {
    checker.addFunctionDeclarations(DECLARATIONS);
  }

  @Override
  public void setRuntimeOptions(CelRuntimeBuilder runtime) {
    bind(
        runtime,
        "quantity",
        CelFunctionBinding.from("string_to_quantity", String.class, Quantity::parse),
        CelFunctionBinding.from(
            "int_to_quantity", Long.class, n -> new Quantity(BigDecimal.valueOf(n))),
        CelFunctionBinding.from(
            "double_to_quantity", Double.class, n -> Quantity.parse(Double.toString(n))));
    bind(
        runtime,
        "isQuantity",
        CelFunctionBinding.from(
            "is_quantity_string", String.class, text -> Quantity.tryParse(text) != null));
    bindComparisons(runtime);
    bindArithmetic(runtime);
  }

  private static void bindComparisons(CelRuntimeBuilder runtime) {
    bind(
        runtime,
        "isLessThan",
        CelFunctionBinding.from(
            "quantity_is_less_than", Quantity.class, Quantity.class, (a, b) -> a.compareTo(b) < 0));
    bind(
        runtime,
        "isGreaterThan",
        CelFunctionBinding.from(
            "quantity_is_greater_than",
            Quantity.class,
            Quantity.class,
            (a, b) -> a.compareTo(b) > 0));
    bind(
        runtime,
        "compareTo",
        CelFunctionBinding.from(
            "quantity_compare_to",
            Quantity.class,
            Quantity.class,
            (a, b) -> (long) a.compareTo(b)));
  }

  private static void bindArithmetic(CelRuntimeBuilder runtime) {
    bind(
        runtime,
        "add",
        CelFunctionBinding.from("quantity_add", Quantity.class, Quantity.class, Quantity::plus));
    bind(
        runtime,
        "sub",
        CelFunctionBinding.from("quantity_sub", Quantity.class, Quantity.class, Quantity::minus));
    bind(
        runtime,
        "asInteger",
        CelFunctionBinding.from(
            "quantity_as_integer", Quantity.class, QuantityLibrary::wholeNumber));
    bind(
        runtime,
        "asApproximateFloat",
        CelFunctionBinding.from(
            "quantity_as_float", Quantity.class, quantity -> quantity.amount().doubleValue()));
  }

  private static void bind(
      CelRuntimeBuilder runtime, String function, CelFunctionBinding... overloads) {
    runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(function, List.of(overloads)));
  }

  private static Object wholeNumber(Quantity quantity) {
    try {
      return quantity.amount().longValueExact();
    } catch (ArithmeticException _) {
      throw StatedReason.thrown("a quantity is no whole number of 64 bits");
    }
  }

  private static CelFunctionDecl global(
      String name, String overload, CelType result, CelType... args) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(overload, result, args));
  }

  private static CelFunctionDecl member(
      String name, String overload, CelType result, CelType... args) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newMemberOverload(overload, result, List.of(args)));
  }
}
