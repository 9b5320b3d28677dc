package dev.interlock.cli.dist;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plain code for a {@code switch} over types, as {@link
 * java.lang.runtime.SwitchBootstraps#typeSwitch} defines it: -1 for null, else the first label from
 * the restart index on that fits, else the number of labels.
 */
final class TypeSwitchCode {

  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private TypeSwitchCode() {}

  /** The method's code; empty when the site is none, or has labels other than classes. */
  static Optional<Consumer<CodeBuilder>> of(InvokeDynamicInstruction site) {
    boolean isSwitch =
        site.bootstrapMethod().owner().equals(BOOTSTRAPS)
            && site.bootstrapMethod().methodName().equals("typeSwitch")
            && !site.typeSymbol().parameterType(0).isPrimitive()
            && site.bootstrapArgs().stream().allMatch(TypeSwitchCode::isClass);
    return isSwitch ? Optional.of(code -> write(code, labels(site))) : Optional.empty();
  }

  private static boolean isClass(Object label) {
    return label instanceof ClassDesc type && !type.isPrimitive();
  }

  private static List<ClassDesc> labels(InvokeDynamicInstruction site) {
    return site.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
  }

  /** Takes what is looked at and the restart index. */
  private static void write(CodeBuilder code, List<ClassDesc> labels) {
    Label something = code.newLabel();
    code.aload(0).ifnonnull(something).iconst_m1().ireturn().labelBinding(something);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
