import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Adds up the JUnit reports of a test run: prints what was skipped and why, what failed, and one line with the
 * totals. Exits with 1 when a test failed, when none ran, or when something was skipped under
 * INTERLOCK_REQUIRE=all.
 */
public final class TestSummary {

  private int run;
  private final List<String> failed = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    TestSummary summary = new TestSummary();
    for (Path report : reports(Path.of(args[0]))) {
      summary.add(report);
    }
    System.exit(summary.print("all".equals(System.getenv("INTERLOCK_REQUIRE"))));
  }

  private static List<Path> reports(Path root) throws IOException {
    try (Stream<Path> files = Files.find(root, 4, (path, _) -> isReport(path))) {
      return files.sorted().toList();
    }
  }

  private static boolean isReport(Path path) {
    return path.getParent() != null
        && path.getParent().getFileName().toString().endsWith("-reports")
        && path.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private void add(Path report) throws Exception {
    var cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      addCase((Element) cases.item(i));
    }
  }

  private void addCase(Element test) {
    run++;
    String name = test.getAttribute("classname") + "." + test.getAttribute("name");
    if (has(test, "failure") || has(test, "error")) {
      failed.add(name);
    } else if (has(test, "skipped")) {
      skipped.add(name + ": " + reason(test));
    }
  }

  private static boolean has(Element test, String child) {
    return test.getElementsByTagName(child).getLength() > 0;
  }

  private static String reason(Element test) {
    Element skip = (Element) test.getElementsByTagName("skipped").item(0);
    String message = skip.getAttribute("message");
    return message.isEmpty() ? skip.getTextContent().lines().findFirst().orElse("") : message;
  }

  private int print(boolean requireAll) {
    skipped.forEach(line -> System.out.println("skipped " + line));
    failed.forEach(line -> System.out.println("FAILED " + line));
    int passed = run - failed.size() - skipped.size();
    System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed.size(), skipped.size());
    if (run == 0) {
      System.out.println("No test ran: that is a failure.");
    }
    if (requireAll && !skipped.isEmpty()) {
      System.out.println("INTERLOCK_REQUIRE=all: a skipped test is a failure.");
    }
    boolean good = run > 0 && failed.isEmpty() && (!requireAll || skipped.isEmpty());
    return good ? 0 : 1;
  }
}
