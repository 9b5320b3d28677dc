package dev.interlock.server;

import dev.interlock.finding.Fault;
import dev.interlock.server.database.DataFolder;
import dev.interlock.server.database.Database;
import dev.interlock.server.database.ExternalDatabase;
import dev.interlock.server.observing.ObservingSettings;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ServerOptions;
import dev.interlock.usecases.ServerStart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts everything in its order, and stops it in the opposite one. */
public final class InterlockServer implements ServerStart {

  @Override
  public void run(ServerOptions options, Consumer<String> say) {
    CountDownLatch stopped = new CountDownLatch(1);
    Running running = start(options, say);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.close();
                  stopped.countDown();
                },
                "stop"));
    say.accept("Interlock is at " + running.url() + " (stop it with Ctrl-C)");
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts and returns; for tests and for {@link #run}. */
  public static Running start(ServerOptions options, Consumer<String> say) {
    return start(options, System.getenv(), say);
  }

  /**
   * The same with these variables in place of the environment's where it is said who connects to
   * the database.
   */
  static Running start(
      ServerOptions options, Map<String, String> environment, Consumer<String> say) {
    Map<String, Object> settings = properties(options, environment);
    DataFolder folder = DataFolder.open(options.data());
    StartingDatabase database = new StartingDatabase(() -> database(options, folder, environment));
    try {
      ConfigurableApplicationContext context =
          serve(application(settings), beans(options, folder, database, say));
      return new Running(context, database.ready(), folder);
    } catch (RuntimeException e) {
      database.close();
      folder.close();
      throw e;
    }
  }

  private static Database database(
      ServerOptions options, DataFolder folder, Map<String, String> environment) {
    String url = options.database();
    return url == null
        ? Database.embedded(folder)
        : Database.external(ExternalDatabase.of(url, environment));
  }

  private static SpringApplication application(Map<String, Object> settings) {
    SpringApplication application = new SpringApplication(ServerApplication.class);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setBannerMode(Banner.Mode.OFF);
    application.setDefaultProperties(settings);
    return application;
  }

  private static ApplicationContextInitializer<GenericApplicationContext> beans(
      ServerOptions options, DataFolder folder, StartingDatabase database, Consumer<String> say) {
    return beans -> {
      database.begin();
      beans.registerBean(ServerOptions.class, () -> options);
      beans.registerBean(DataFolder.class, () -> folder);
      beans.registerBean("dataSource", DataSource.class, () -> database.ready().runtime());
      beans.registerBean(Terminal.class, () -> say::accept);
    };
  }

  private static ConfigurableApplicationContext serve(
      SpringApplication application,
      ApplicationContextInitializer<GenericApplicationContext> beans) {
    application.addInitializers(beans);
    try {
      return application.run();
    } catch (PortInUseException e) {
      throw new Fault(
          ServerCode.PORT_IN_USE.code(),
          "port " + e.getPort() + " is taken by another program; give another with --port",
          e);
    } catch (RuntimeException e) {
      throw told(e);
    }
  }

  /** What a part refused with when it was made, out of what Spring wraps around it. */
  private static RuntimeException told(RuntimeException thrown) {
    return Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
        .filter(cause -> cause instanceof Fault || cause instanceof InputRejected)
        .map(RuntimeException.class::cast)
        .findFirst()
        .orElse(thrown);
  }

  private static Map<String, Object> properties(
      ServerOptions options, Map<String, String> environment) {
    Map<String, Object> properties = new LinkedHashMap<>(ObservingSettings.of(environment));
    properties.put("server.port", options.port());
    properties.put("server.address", options.address());
    return properties;
  }

  /** A server at work. */
  public record Running(
      ConfigurableApplicationContext context, Database database, DataFolder folder)
      implements AutoCloseable {

    /** Where it answers. */
    public String url() {
      int port =
          Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
      return "http://localhost:" + port;
    }

    @Override
    public void close() {
      context.close();
      database.close();
      folder.close();
    }
  }
}
