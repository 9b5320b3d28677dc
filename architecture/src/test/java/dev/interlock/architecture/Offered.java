package dev.interlock.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a module offers: the public types of its root package and every type of ours that these take
 * or return, and what those take or return in turn; of a sealed type every case. A surface that
 * keeps to it could be given to somebody who knows that module alone.
 *
 * @param root the package that holds the modules
 */
record Offered(String root) {

  /** The names of the types that are offered. */
  Set<String> by(String module, JavaClasses code) {
    Set<String> offered = new TreeSet<>();
    Deque<JavaClass> todo = new ArrayDeque<>();
    code.stream()
        .filter(type -> type.getPackageName().equals(root + "." + module))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(todo::add);
    while (!todo.isEmpty()) {
      JavaClass type = todo.remove();
      if (type.getPackageName().startsWith(root + ".") && offered.add(type.getName())) {
        spread(type, code, todo);
      }
    }
    return offered;
  }

  private static void spread(JavaClass type, JavaClasses code, Deque<JavaClass> todo) {
    type.getEnclosingClass().ifPresent(todo::add);
    type.getSuperclass().ifPresent(parent -> involved(parent, todo));
    type.getInterfaces().forEach(parent -> involved(parent, todo));
    type.getFields().stream().filter(f -> isPublic(f.getModifiers())).forEach(f -> field(f, todo));
    type.getCodeUnits().stream()
        .filter(unit -> isPublic(unit.getModifiers()))
        .forEach(unit -> signature(unit, todo));
    if (type.reflect().isSealed()) {
      todo.addAll(type.getSubclasses());
    }
    code.stream()
        .filter(nested -> isPublic(nested.getModifiers()))
        .filter(nested -> nested.getEnclosingClass().filter(type::equals).isPresent())
        .forEach(todo::add);
  }

  private static boolean isPublic(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC);
  }

  private static void field(JavaField field, Deque<JavaClass> todo) {
    involved(field.getType(), todo);
  }

  private static void signature(JavaCodeUnit unit, Deque<JavaClass> todo) {
    involved(unit.getReturnType(), todo);
    unit.getParameterTypes().forEach(parameter -> involved(parameter, todo));
    unit.getThrowsClause().getTypes().forEach(thrown -> involved(thrown, todo));
  }

  private static void involved(JavaType type, Deque<JavaClass> todo) {
    type.getAllInvolvedRawTypes().forEach(raw -> todo.add(raw.getBaseComponentType()));
  }
}
