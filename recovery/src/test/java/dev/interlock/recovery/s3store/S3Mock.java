package dev.interlock.recovery.s3store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Adobe's S3Mock, a server that speaks S3, in a process of its own with nothing in it. */
public final class S3Mock implements AutoCloseable {

  private static final Path JAR = Path.of("target/s3mock.jar");
  private static final Pattern PORT = Pattern.compile("started on ports? .*?(\\d+) \\(http\\)");

  private final Process process;
  private final URI endpoint;

  private S3Mock(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts it; the build brings it along. */
  public static S3Mock start(Path folder) throws Exception {
    Assumptions.assumeTrue(Files.exists(JAR), "skipped: " + JAR + " absent, mvn brings it along");
    System.setProperty("aws.accessKeyId", "tests");
    System.setProperty("aws.secretAccessKey", "tests");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--server.port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.store.root=" + folder.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (process.isAlive()) {
      Matcher port = PORT.matcher(Files.readString(log));
      if (port.find()) {
        return new S3Mock(process, URI.create("http://127.0.0.1:" + port.group(1)));
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("S3Mock ended by itself: " + Files.readString(log));
  }

  /** The client that the product uses. */
  public S3Client client() {
    return S3Place.client(endpoint, new OneAtATime(UrlConnectionHttpClient.create()));
  }

  /** Where it is, as the variables of AWS say it. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
