package dev.interlock.cli.dist;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plain code for {@code equals} and {@code hashCode} of a record, with the results that {@link
 * java.lang.runtime.ObjectMethods} gives.
 */
final class RecordCode {

  private static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  private static final int FACTOR = 31;

  private final ClassDesc type;
  private final List<DirectMethodHandleDesc> components;

  private RecordCode(InvokeDynamicInstruction site) {
    this.type = (ClassDesc) site.bootstrapArgs().getFirst();
    this.components =
        site.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  /** The method's code; empty when the site is none of these two methods. */
  static Optional<Consumer<CodeBuilder>> of(InvokeDynamicInstruction site) {
    if (!site.bootstrapMethod().owner().equals(BOOTSTRAP)) {
      return Optional.empty();
    }
    return switch (site.name().stringValue()) {
      case "hashCode" -> Optional.of(new RecordCode(site)::hashCode);
      case "equals" -> Optional.of(new RecordCode(site)::equals);
      default -> Optional.empty();
    };
  }

  private void hashCode(CodeBuilder code) {
    code.iconst_0();
    for (DirectMethodHandleDesc component : components) {
      code.loadConstant(FACTOR).imul();
      load(code, 0, component);
      ClassDesc of = typeOf(component);
      var hash = MethodTypeDesc.of(ConstantDescs.CD_int, erased(of));
      code.invokestatic(helper(of), "hashCode", hash).iadd();
    }
    code.ireturn();
  }

  private void equals(CodeBuilder code) {
    Label other = code.newLabel();
    Label differ = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(type).ifeq(differ).aload(1).checkcast(type).astore(2);
    for (DirectMethodHandleDesc component : components) {
      load(code, 0, component);
      load(code, 2, component);
      same(code, typeOf(component), differ);
    }
    code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
  }

  /** Numbers with a point compare as their boxes do: NaN is NaN, and 0.0 is not -0.0. */
  private static void same(CodeBuilder code, ClassDesc of, Label differ) {
    if (!of.isPrimitive()) {
      var equals =
          MethodTypeDesc.of(
              ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
      code.invokestatic(OBJECTS, "equals", equals).ifeq(differ);
    } else {
      var compare = MethodTypeDesc.of(ConstantDescs.CD_int, of, of);
      code.invokestatic(helper(of), "compare", compare).ifne(differ);
    }
  }

  private void load(CodeBuilder code, int slot, DirectMethodHandleDesc component) {
    code.aload(slot).getfield(type, component.methodName(), typeOf(component));
  }

  private static ClassDesc typeOf(DirectMethodHandleDesc component) {
    return component.invocationType().returnType();
  }

  private static ClassDesc erased(ClassDesc of) {
    return of.isPrimitive() ? of : ConstantDescs.CD_Object;
  }

  private static ClassDesc helper(ClassDesc of) {
    return of.isPrimitive() ? box(of) : OBJECTS;
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
