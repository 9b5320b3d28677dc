package dev.interlock.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModerniseJarTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void every_class_becomes_modern_and_passes_the_verifier() throws Exception {
    Path jar = Files.copy(original(), folder.resolve("picocli.jar"));
    ModerniseJar.main(new String[] {jar.toString()});
    try (ZipFile zip = new ZipFile(jar.toFile());
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      var classes =
          Collections.list(zip.entries()).stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("picocli/") && name.endsWith(".class"))
              .toList();
      assertThat(classes).hasSizeGreaterThan(100);
      for (String name : classes) {
        byte[] content = zip.getInputStream(zip.getEntry(name)).readAllBytes();
        assertThat((int) content[7]).isEqualTo(69);
        // Initialising a class makes the JVM verify all of it.
        String type = name.replace('/', '.').replace(".class", "");
        assertThat(Class.forName(type, !type.contains("groovy"), loader)).isNotNull();
      }
    }
  }

  @Test
  void a_modern_jar_is_left_alone() throws Exception {
    Path jar = Files.copy(original(), folder.resolve("picocli.jar"));
    ModerniseJar.main(new String[] {jar.toString()});
    byte[] once = Files.readAllBytes(jar);
    ModerniseJar.main(new String[] {jar.toString()});
    assertThat(Files.readAllBytes(jar)).isEqualTo(once);
  }

  private static Path original() throws URISyntaxException, IOException {
    return Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
