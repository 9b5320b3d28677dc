package dev.interlock.guardrails.cel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.expr.CheckedExpr;
import dev.cel.expr.Reference;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.interlock.guardrails.view.Absences.Absence;
import dev.interlock.guardrails.view.StatedReason;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A checked CEL expression. Planned for evaluation when it is first needed. */
public final class Expression {

  private final Supplier<CelAbstractSyntaxTree> ast;
  private @Nullable Planned planned;

  /** What evaluation needs. */
  private record Planned(CelRuntime.Program program, Costs costs) {}

  Expression(CelAbstractSyntaxTree ast) {
    this.ast = () -> ast;
  }

  private Expression(Supplier<CelAbstractSyntaxTree> ast) {
    this.ast = ast;
  }

  /** An expression from {@link #toBytes()}; the bytes are read when it is first evaluated. */
  public static Expression fromBytes(byte[] bytes) {
    return new Expression(() -> tree(bytes));
  }

  /**
   * The checked expression, so that it need not be parsed and checked again. What evaluation does
   * not read is left out: places in the text, and the types of all but names.
   */
  public byte[] toBytes() {
    CheckedExpr whole = CelProtoAbstractSyntaxTree.fromCelAst(ast.get()).toCheckedExpr();
    CheckedExpr.Builder small = whole.toBuilder().clearSourceInfo().clearTypeMap();
    whole
        .getTypeMapMap()
        .forEach((id, type) -> {
          Reference reference = whole.getReferenceMapMap().get(id);
          if (reference != null && reference.getOverloadIdCount() == 0) {
            small.putTypeMap(id, type);
          }
        });
    return small.build().toByteArray();
  }

  private static CelAbstractSyntaxTree tree(byte[] bytes) {
    try {
      return CelProtoAbstractSyntaxTree.fromCheckedExpr(CheckedExpr.parseFrom(bytes)).getAst();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a compiled expression is damaged", e);
    }
  }

  /** Evaluates the expression; whatever goes wrong is an {@link Answer.Unknown}, never thrown. */
  public Answer evaluate(Scope scope) {
    scope.absences().clear();
    try {
      return new Answer.Value(evaluated(scope));
    } catch (CelEvaluationException e) {
      return unknown(e, scope);
    } catch (StackOverflowError _) {
      return new Answer.Unknown("the expression or the resource is nested too deeply", null, null);
    } catch (Work.Spent spent) {
      return new Answer.Unknown(String.valueOf(spent.getMessage()), null, null);
    }
  }

  private Object evaluated(Scope scope) throws CelEvaluationException {
    Planned whole = planned();
    Work work = scope.work();
    return whole.program().trace(scope, (step, value) -> whole.costs().charge(step, value, work));
  }

  private Planned planned() throws CelEvaluationException {
    Planned whole = planned;
    if (whole == null) {
      CelAbstractSyntaxTree tree = ast.get();
      whole = new Planned(Dialect.runtime().createProgram(tree), new Costs(tree));
      planned = whole;
    }
    return whole;
  }

  private static Answer unknown(CelEvaluationException e, Scope scope) {
    Throwable cause = innermost(e);
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof StatedReason) {
      return new Answer.Unknown(message, null, null);
    }
    Absence absence = scope.absences().find(message);
    if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND && absence != null) {
      return new Answer.Unknown(absence.message(), absence.path(), absence.nearest());
    }
    return new Answer.Unknown(reason(e.getErrorCode(), message), variable(message), null);
  }

  private static Throwable innermost(Throwable e) {
    Throwable inner = e;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** The texts of CEL can quote values of the resource, secrets among them; these do not. */
  private static String reason(CelErrorCode code, String message) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND -> missing(message);
      case INDEX_OUT_OF_BOUNDS -> "a list has fewer elements than the control expects";
      case DIVIDE_BY_ZERO -> "the control divides by zero";
      case DUPLICATE_ATTRIBUTE -> "the control builds a map with a key twice";
      case INVALID_ARGUMENT, BAD_FORMAT -> "a value does not have the form the control expects";
      case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
          "a value has another type than the control expects";
      case NUMERIC_OVERFLOW -> "a number is too large";
      case ITERATION_BUDGET_EXCEEDED ->
          "stopped after "
              + Dialect.MAX_ITERATIONS
              + " elements, the limit of one evaluation;"
              + " let the control look at shorter lists, and not at lists within lists";
      case INTERNAL_ERROR -> "a value has another type or form than the control expects";
    };
  }

  private static String missing(String message) {
    String word = variable(message);
    if (word != null) {
      return word + " is unknown: " + Variable.valueOf(upper(word)).whenAbsent();
    }
    return "a property is read of something that is no mapping";
  }

  /** The variable without a value that CEL's text speaks of, or null. */
  private static @Nullable String variable(String message) {
    for (Variable variable : Variable.values()) {
      if (message.equals("No such attribute(s): " + variable.word())) {
        return variable.word();
      }
    }
    return null;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
