package dev.interlock.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * One server on the sample estate for every class that asks for it; it stops with the last of them.
 * Others work on it too: a class makes accounts and changes under names of its own, and changes
 * nothing that is there already.
 */
public final class SharedServer implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestServer.class;
  }

  @Override
  public TestServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedServer.class))
        .computeIfAbsent("server", _ -> new Kept(), Kept.class)
        .server;
  }

  /** Lives until the last test is done. */
  private static final class Kept implements AutoCloseable {

    private final Path data;
    private final TestServer server;

    Kept() {
      try {
        data = Files.createTempDirectory("interlock-shared");
        server = TestServer.start(data.resolve("server"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      FileSystemUtils.deleteRecursively(data);
    }
  }
}
