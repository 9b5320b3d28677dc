package dev.interlock.cli.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces what Java would link at run time in the program's own jars: a {@code switch} over types,
 * and {@code equals} and {@code hashCode} of records. For each of them the JVM spins classes at
 * every start and keeps none in its AOT cache; plain code is kept. Run by the build on the
 * distribution.
 */
public final class LinkAhead {

  private static final String OURS = "dev/interlock/";

  private LinkAhead() {}

  /** Takes the folder of the distribution's jars. */
  public static void main(String[] args) throws IOException {
    List<Path> jars = jars(Path.of(args[0]));
    URL[] all = jars.stream().map(LinkAhead::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(all)) {
      ClassFile format = JarRewrite.format(loader);
      for (Path jar : jars) {
        if (isOurs(jar)) {
          JarRewrite.rewrite(jar, content -> LinkedClass.linked(format, content));
        }
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    return jars;
  }

  private static boolean isOurs(Path jar) throws IOException {
    return JarRewrite.firstClass(jar)
        .filter(content -> new String(content, StandardCharsets.ISO_8859_1).contains(OURS))
        .isPresent();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
