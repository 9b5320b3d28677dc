package dev.interlock.usecases.drafting;

import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What words in names of images, namespaces, groups and files usually mean. */
public final class Words {

  private static final int LONGEST_NAME = 50;

  private static final Map<String, Tier> TIERS =
      Map.ofEntries(
          Map.entry("prod", Tier.PRODUCTION),
          Map.entry("production", Tier.PRODUCTION),
          Map.entry("prd", Tier.PRODUCTION),
          Map.entry("live", Tier.PRODUCTION),
          Map.entry("staging", Tier.STAGING),
          Map.entry("stage", Tier.STAGING),
          Map.entry("stg", Tier.STAGING),
          Map.entry("preprod", Tier.STAGING),
          Map.entry("uat", Tier.STAGING),
          Map.entry("test", Tier.TEST),
          Map.entry("tst", Tier.TEST),
          Map.entry("qa", Tier.TEST),
          Map.entry("dev", Tier.DEV),
          Map.entry("development", Tier.DEV),
          Map.entry("sandbox", Tier.DEV),
          Map.entry("dr", Tier.DISASTER_RECOVERY),
          Map.entry("recovery", Tier.DISASTER_RECOVERY));

  private static final Map<String, ServiceType> SERVICES =
      Map.ofEntries(
          Map.entry("odoo", ServiceType.ODOO),
          Map.entry("postgres", ServiceType.POSTGRESQL),
          Map.entry("postgresql", ServiceType.POSTGRESQL),
          Map.entry("flexibleservers", ServiceType.POSTGRESQL),
          Map.entry("pgbouncer", ServiceType.POSTGRESQL),
          Map.entry("timescaledb", ServiceType.POSTGRESQL),
          Map.entry("redis", ServiceType.REDIS),
          Map.entry("valkey", ServiceType.REDIS),
          Map.entry("redisenterprise", ServiceType.REDIS),
          Map.entry("traefik", ServiceType.TRAEFIK),
          Map.entry("storageaccounts", ServiceType.OBJECT_STORAGE),
          Map.entry("minio", ServiceType.OBJECT_STORAGE),
          Map.entry("persistentvolumeclaim", ServiceType.FILESTORE),
          Map.entry("dnszones", ServiceType.DNS),
          Map.entry("vaults", ServiceType.CERTIFICATES),
          Map.entry("certmanager", ServiceType.CERTIFICATES),
          Map.entry("certificate", ServiceType.CERTIFICATES),
          Map.entry("keycloak", ServiceType.IDENTITY),
          Map.entry("prometheus", ServiceType.MONITORING),
          Map.entry("grafana", ServiceType.MONITORING),
          Map.entry("mailhog", ServiceType.MAIL),
          Map.entry("postfix", ServiceType.MAIL));

  private static final Set<Character> NEEDS_QUOTES =
      Set.of(
          '-', '?', ':', '{', '}', '[', ']', ',', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@',
          '`', '~', ' ');

  private Words() {}

  /** The tier that a name speaks of, or null. */
  static @Nullable Tier tier(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      Tier tier = TIERS.get(word);
      if (tier != null) {
        return tier;
      }
    }
    return null;
  }

  /** What an image or a resource type is, or null. */
  static @Nullable ServiceType service(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("cert-manager", "certmanager");
    for (String word : lower.split("[^a-z]+", -1)) {
      ServiceType type = SERVICES.get(word);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** A name for a document: lower case, digits and dashes. */
  static String slug(String text, String otherwise) {
    String dashed = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = dashed.replaceAll("^-+|-+$", "");
    name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    name = name.replaceAll("-+$", "");
    return name.isEmpty() ? otherwise : name;
  }

  /** The word of an enum constant as it is written in YAML. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A text as a YAML scalar, in quotes where it would otherwise be read as something else. */
  public static String quoted(String text) {
    String line = oneLine(text);
    boolean plain =
        !line.isEmpty()
            && !NEEDS_QUOTES.contains(line.charAt(0))
            && Character.isLetter(line.charAt(0))
            && !line.contains(": ")
            && !line.contains(" #")
            && !line.endsWith(":")
            && !line.endsWith(" ")
            && !Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n")
                .contains(line.toLowerCase(Locale.ROOT));
    return plain ? line : "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A text without line breaks and characters that no document may hold. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]+", " ").strip();
  }
}
