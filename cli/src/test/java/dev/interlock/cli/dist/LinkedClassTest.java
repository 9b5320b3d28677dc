package dev.interlock.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkedClassTest {

  private static final List<String> NAMES =
      List.of("", "$Shape", "$Dot", "$Line", "$Whole", "$Listed");
  private static final ClassFile FORMAT = ClassFile.of();

  private final Map<String, byte[]> linked = new TreeMap<>();

  @BeforeEach
  void link() throws IOException {
    for (String inner : NAMES) {
      String name = LinkedSamples.class.getName() + inner;
      linked.put(name, LinkedClass.linked(FORMAT, original(name)));
    }
  }

  @Test
  void linked_ahead_everything_answers_as_before() throws Exception {
    assertThat(new Linked().answers()).isEqualTo(new LinkedSamples().get());
  }

  @Test
  void nothing_is_left_to_link_but_texts_and_lambdas() throws IOException {
    assertThat(bootstraps(original(LinkedSamples.class.getName()))).contains("typeSwitch");
    assertThat(linked.values())
        .allSatisfy(content -> assertThat(bootstraps(content)).doesNotContain("typeSwitch"));
    String whole = LinkedSamples.Whole.class.getName();
    assertThat(sites(original(whole))).contains("equals", "hashCode", "toString");
    assertThat(sites(linked.getOrDefault(whole, new byte[0]))).containsExactly("toString");
  }

  @Test
  void a_class_without_such_call_sites_stays_as_it_is() throws IOException {
    byte[] original = original(LinkedClassTest.class.getName());
    assertThat(LinkedClass.linked(FORMAT, original)).isSameAs(original);
  }

  private static List<String> bootstraps(byte[] content) {
    return callSites(content).stream().map(site -> site.bootstrapMethod().methodName()).toList();
  }

  private static List<String> sites(byte[] content) {
    return callSites(content).stream().map(site -> site.name().stringValue()).toList();
  }

  private static List<InvokeDynamicInstruction> callSites(byte[] content) {
    return FORMAT.parse(content).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .toList();
  }

  private static byte[] original(String name) throws IOException {
    String file = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = LinkedClassTest.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }

  /** Knows the linked classes under their own names. */
  private final class Linked extends ClassLoader {

    Linked() {
      super(LinkedClassTest.class.getClassLoader());
    }

    Object answers() throws ReflectiveOperationException {
      var samples = loadClass(LinkedSamples.class.getName()).getDeclaredConstructor();
      samples.setAccessible(true);
      return ((Supplier<?>) samples.newInstance()).get();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] content = linked.get(name);
      if (content == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? defineClass(name, content, 0, content.length) : known;
    }
  }
}
