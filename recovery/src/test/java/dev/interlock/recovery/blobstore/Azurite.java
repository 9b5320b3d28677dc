package dev.interlock.recovery.blobstore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Azure's own emulator of Blob Storage, on a free port, with nothing in it. */
final class Azurite implements AutoCloseable {

  /** The account and key that are published for it. */
  static final String ACCOUNT =
      "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey="
          + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

  private static final Pattern PORT = Pattern.compile("listens on http://[0-9.]+:(\\d+)");

  private final Process process;
  private final String connection;

  private Azurite(Process process, String port) {
    this.process = process;
    this.connection = ACCOUNT + "BlobEndpoint=http://127.0.0.1:" + port + "/devstoreaccount1;";
  }

  /** Starts it; a test that needs it is skipped where it is not installed. */
  static Azurite start(Path data) throws Exception {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "azurite-blob is not on the PATH (npm install -g azurite)");
    Process process =
        new ProcessBuilder(
                program.orElseThrow().toString(),
                "--blobPort",
                "0",
                "--location",
                data.toString(),
                "--skipApiVersionCheck",
                "--disableTelemetry")
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile())
            .start();
    return new Azurite(process, port(process, data.resolve("log")));
  }

  private static String port(Process process, Path log) throws Exception {
    while (process.isAlive()) {
      Matcher port = PORT.matcher(Files.readString(log));
      if (port.find()) {
        return port.group(1);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("azurite ended by itself: " + Files.readString(log));
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve("azurite-blob"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The connection string of its account. */
  String connection() {
    return connection;
  }

  /** A client for a container. */
  BlobContainerClient container(String name) {
    return client(connection, name);
  }

  /** A client for a container, wherever that is. */
  static BlobContainerClient client(String connection, String name) {
    return new BlobContainerClientBuilder()
        .connectionString(connection)
        .containerName(name)
        .httpClient(new JdkHttpClientBuilder().build())
        .buildClient();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
