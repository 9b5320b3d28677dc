package dev.interlock.cli.dist;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Rewrites the classes of a jar in its place. */
final class JarRewrite {

  private static final String CLASS = ".class";

  private JarRewrite() {}

  /**
   * The same jar with each class as the operation gives it back; it appears whole or not at all.
   * One whose classes all come back as they are is left alone: what is newer is taken for changed.
   */
  static void rewrite(Path jar, UnaryOperator<byte[]> operation) throws IOException {
    Path draft = jar.resolveSibling(jar.getFileName() + ".tmp");
    boolean changed = false;
    try (ZipFile zip = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(draft))) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (ZipEntry entry : entries) {
        byte[] content = read(zip, entry);
        byte[] written = isCode(entry) ? operation.apply(content) : content;
        changed |= !Arrays.equals(written, content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(written);
        out.closeEntry();
      }
    }
    if (changed) {
      Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(draft);
    }
  }

  /** The first class of a jar; empty when there is none. */
  static Optional<byte[]> firstClass(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (isCode(entry)) {
          return Optional.of(read(zip, entry));
        }
      }
    }
    return Optional.empty();
  }

  /** Reads and writes class files; what a class extends is looked up where the loader finds it. */
  static ClassFile format(ClassLoader loader, ClassFile.Option... options) {
    ClassHierarchyResolver known =
        ClassHierarchyResolver.ofResourceParsing(loader)
            .orElse(ClassHierarchyResolver.defaultResolver());
    return ClassFile.of(options).withOptions(ClassHierarchyResolverOption.of(known));
  }

  private static boolean isCode(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(CLASS)
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class");
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
