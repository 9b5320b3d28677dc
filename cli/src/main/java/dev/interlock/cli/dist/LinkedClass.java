package dev.interlock.cli.dist;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One class whose call sites are linked ahead: each calls a method that the class gets for it. */
final class LinkedClass {

  private record Added(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

  private final ClassModel original;
  private final List<Added> added = new ArrayList<>();

  private LinkedClass(ClassModel original) {
    this.original = original;
  }

  /** The class file with the call sites linked; the same bytes where there are none. */
  static byte[] linked(ClassFile format, byte[] content) {
    ClassModel original = format.parse(content);
    if (original.methods().stream().noneMatch(LinkedClass::hasSites)) {
      return content;
    }
    LinkedClass linked = new LinkedClass(original);
    ClassTransform sites =
        ClassTransform.transformingMethodBodies(LinkedClass::hasSites, linked::element);
    ClassTransform methods = ClassTransform.endHandler(linked::addMethods);
    return format.transformClass(original, sites.andThen(methods));
  }

  /** Other methods are taken as they are: what they know need not be found beside the program. */
  private static boolean hasSites(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .anyMatch(element -> body(element).isPresent());
  }

  private static Optional<Consumer<CodeBuilder>> body(CodeElement element) {
    return element instanceof InvokeDynamicInstruction site
        ? TypeSwitchCode.of(site).or(() -> RecordCode.of(site))
        : Optional.empty();
  }

  private void element(CodeBuilder code, CodeElement element) {
    body(element).ifPresentOrElse(body -> call(code, element, body), () -> code.with(element));
  }

  private void call(CodeBuilder code, CodeElement element, Consumer<CodeBuilder> body) {
    MethodTypeDesc type = ((InvokeDynamicInstruction) element).typeSymbol();
    var method = new Added("linked$" + added.size(), type, body);
    added.add(method);
    boolean isInterface = original.flags().has(AccessFlag.INTERFACE);
    code.invokestatic(original.thisClass().asSymbol(), method.name, type, isInterface);
  }

  private void addMethods(ClassBuilder builder) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    added.forEach(method -> builder.withMethodBody(method.name, method.type, flags, method.body));
  }
}
