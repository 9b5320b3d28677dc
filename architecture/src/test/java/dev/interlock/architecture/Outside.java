package dev.interlock.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Classes of the platform through which files and networks are reached. */
final class Outside {

  /** What is known to reach nothing by itself in packages that otherwise do. */
  private static final Set<String> HARMLESS =
      Set.of("java.nio.file.Path", "java.net.URI", "java.net.URISyntaxException");

  private Outside() {}

  /** True for everything in packages of files and networks that is not known to be harmless. */
  static boolean reaches(JavaClass used) {
    String name = used.getName();
    String home = used.getPackageName();
    return !HARMLESS.contains(name)
        && (home.startsWith("java.nio.file")
            || home.startsWith("java.nio.channels")
            || home.startsWith("java.net")
            || name.startsWith("java.io.File")
            || name.equals("java.io.RandomAccessFile"));
  }
}
