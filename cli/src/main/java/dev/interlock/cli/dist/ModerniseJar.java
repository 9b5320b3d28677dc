package dev.interlock.cli.dist;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Rewrites a jar's classes in the class file format of Java 25. The JVM keeps classes older than
 * Java 6, such as picocli's, out of its AOT cache and checks them anew at every start; rewritten
 * they start from the cache like all others. Run by the build on the distribution's copy.
 */
public final class ModerniseJar {

  private static final int MAJOR_OFFSET = 7;

  private ModerniseJar() {}

  /** Rewrites the jars named, in place; a jar that is modern already is left alone. */
  public static void main(String[] args) throws IOException {
    for (String arg : args) {
      Path jar = Path.of(arg);
      if (isOld(jar)) {
        rewrite(jar);
      }
    }
  }

  private static boolean isOld(Path jar) throws IOException {
    return JarRewrite.firstClass(jar)
        .filter(content -> content[MAJOR_OFFSET] < ClassFile.JAVA_6_VERSION)
        .isPresent();
  }

  private static void rewrite(Path jar) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      ClassFile format =
          JarRewrite.format(
              loader, StackMapsOption.GENERATE_STACK_MAPS, ConstantPoolSharingOption.NEW_POOL);
      JarRewrite.rewrite(jar, content -> modern(format, content));
    }
  }

  private static byte[] modern(ClassFile format, byte[] content) {
    ClassTransform rewritten =
        ClassTransform.dropping(ClassFileVersion.class::isInstance)
            .andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element)))
            .andThen(ClassTransform.endHandler(c -> c.withVersion(ClassFile.JAVA_25_VERSION, 0)));
    return format.transformClass(format.parse(content), rewritten);
  }
}
