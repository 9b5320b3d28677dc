package dev.interlock.usecases;

import static java.util.stream.Collectors.joining;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.Role;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.recovery.SurroundingSources;
import dev.interlock.recovery.SurroundingSources.CertificateSource;
import dev.interlock.recovery.SurroundingSources.RedisSource;
import dev.interlock.recovery.SurroundingSources.RepositorySource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is named to be saved beside a database, by what the estate says of it. */
final class SurroundingInputs {

  private static final Set<String> SCHEMES = Set.of("redis", "rediss", "unix");
  private static final Set<Method> BY_REDIS = Set.of(Method.REDIS_AOF, Method.REDIS_RDB);
  private static final String REDIS = "--redis";
  private static final String REPOSITORY = "--repository";

  private final Estate estate;
  private final Environment environment;
  private final boolean isSealed;

  /** Of an environment; keys are refused when nothing seals them. */
  SurroundingInputs(Estate estate, Environment environment, boolean isSealed) {
    this.estate = estate;
    this.environment = environment;
    this.isSealed = isSealed;
  }

  /**
   * What is saved, in the order of names.
   *
   * @throws InputRejected when something named is not there, or the estate says otherwise
   */
  SurroundingSources sources(RunBackup.Surroundings named) {
    requireSealed(named);
    String redisPassword = RunBackup.password(named.redisPasswordFile());
    String keystorePassword = RunBackup.password(named.keystorePasswordFile());
    named.appendOnly().keySet().stream()
        .filter(it -> !named.redis().containsKey(it))
        .findFirst()
        .ifPresent(it -> {
          throw wrong("--redis-aof", it + " has no address", "add --redis " + it + "=redis://…");
        });
    return new SurroundingSources(
        sorted(named.redis()).entrySet().stream()
            .map(it -> redis(it.getKey(), it.getValue(), named, redisPassword))
            .toList(),
        sorted(named.repositories()).entrySet().stream()
            .map(it -> {
              service(REPOSITORY, it.getKey());
              return new RepositorySource(it.getKey(), there(REPOSITORY, it.getValue()));
            })
            .toList(),
        sorted(named.certificates()).entrySet().stream()
            .map(it -> {
              service("--certificates", it.getKey());
              return new CertificateSource(
                  it.getKey(), there("--certificates", it.getValue()), keystorePassword);
            })
            .toList());
  }

  /** Redis and repositories that a plan saves as it is done here, and that were not named. */
  List<String> unnamed(RunBackup.Surroundings named) {
    return Stream.concat(
            unnamed(BY_REDIS, named.redis().keySet(), REDIS),
            unnamed(Set.of(Method.GIT), named.repositories().keySet(), REPOSITORY))
        .toList();
  }

  private Stream<String> unnamed(Set<Method> methods, Set<String> named, String option) {
    String left =
        environment.services().stream()
            .filter(it -> !named.contains(it))
            .filter(it -> method(it).filter(methods::contains).isPresent())
            .collect(joining(", "));
    return left.isEmpty()
        ? Stream.of()
        : Stream.of(
            "not saved, though a plan of the estate says so: " + left + "; name it by " + option);
  }

  private Optional<Method> method(String service) {
    return estate.find(Service.class, service).flatMap(this::plan).map(BackupPlan::method);
  }

  private Optional<BackupPlan> plan(Service service) {
    return Optional.ofNullable(service.backupPlan())
        .flatMap(it -> estate.find(BackupPlan.class, it));
  }

  private void requireSealed(RunBackup.Surroundings named) {
    if (!named.certificates().isEmpty() && !isSealed) {
      throw wrong(
          "--certificates",
          "certificates are saved with their keys, and only sealed",
          "name a key with --seal-key; interlock backup keygen makes one");
    }
  }

  private RedisSource redis(
      String name, String address, RunBackup.Surroundings named, @Nullable String password) {
    Service service = service(REDIS, name);
    if (service.type() != ServiceType.REDIS) {
      throw wrong(
          REDIS, name + " is no Redis: the estate says " + word(service.type()), "is it this one?");
    }
    Role role = service.role();
    if (role == null) {
      throw wrong(
          REDIS,
          "the estate does not say what " + name + " is there for",
          "add role: cache, sessions, queue or store to it; nothing of a cache is saved");
    }
    Path appendOnly = named.appendOnly().get(name);
    requireMethod(name, service, role, appendOnly);
    return new RedisSource(
        name,
        word(role),
        role.isSaved(),
        address(address),
        password,
        appendOnly == null ? null : there("--redis-aof", appendOnly));
  }

  /** The plan of the estate says how it is copied. */
  private void requireMethod(String name, Service service, Role role, @Nullable Path appendOnly) {
    Optional<BackupPlan> plan = plan(service);
    if (!role.isSaved() || plan.isEmpty()) {
      return;
    }
    Method method = plan.get().method();
    if (method == Method.REDIS_AOF && appendOnly == null) {
      throw wrong(
          "--redis-aof",
          "the plan " + service.backupPlan() + " saves the append-only file of " + name,
          "name the folder that CONFIG GET appenddirname tells, such as /var/lib/redis/appendonlydir");
    }
    if (method == Method.REDIS_RDB && appendOnly != null) {
      throw wrong(
          "--redis-aof",
          "the plan " + service.backupPlan() + " saves a snapshot of " + name,
          "leave it out");
    }
    if (!BY_REDIS.contains(method)) {
      throw wrong(
          REDIS,
          "the plan "
              + service.backupPlan()
              + " saves "
              + name
              + " in another way: "
              + BackupPlans.word(plan.get()),
          "redis-rdb and redis-aof are what is done here");
    }
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text);
      boolean isPlace =
          "unix".equals(address.getScheme())
              ? address.getPath() != null
              : address.getHost() != null;
      if (SCHEMES.contains(String.valueOf(address.getScheme())) && isPlace) {
        requireNoPassword(address);
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Said below, without what may be a password.
    }
    throw wrong(
        REDIS, "this is no address of a Redis", "such as redis://host:6379 or unix:/socket");
  }

  /** Everybody on the machine can read the arguments of a command. */
  private static void requireNoPassword(URI address) {
    if (address.getRawUserInfo() != null && address.getRawUserInfo().contains(":")) {
      throw wrong(REDIS, "the address holds a password", "use --redis-password-file");
    }
  }

  private Service service(String option, String name) {
    if (!environment.services().contains(name)) {
      throw wrong(
          option,
          "the environment has no service " + name,
          "it has: " + String.join(", ", environment.services()));
    }
    return estate
        .find(Service.class, name)
        .orElseThrow(() -> wrong(option, "the estate has no service " + name, "is it spelled so?"));
  }

  private static Path there(String option, Path path) {
    if (!Files.exists(path)) {
      throw wrong(option, "there is no " + path, "it must be on this machine");
    }
    return path;
  }

  private static <T> Map<String, T> sorted(Map<String, T> named) {
    return new TreeMap<>(named);
  }

  private static String word(Enum<?> it) {
    return it.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static InputRejected wrong(String option, String why, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), option, why, hint);
  }
}
