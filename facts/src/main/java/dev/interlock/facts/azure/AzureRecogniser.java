package dev.interlock.facts.azure;

import dev.interlock.document.MappingNode;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.facts.reading.Recognised;
import dev.interlock.facts.reading.Recogniser;
import java.util.Locale;

/**
 * Azure resources as {@code az} and Resource Graph export them: an ARM id, a type and a name. Types
 * stay as written; Azure compares them without regard to letter case.
 */
public final class AzureRecogniser implements Recogniser {

  private static final String PROVIDERS = "/providers/";

  @Override
  public Recognised recognise(MappingNode body, MappingNode envelope, String file) {
    String id = body.text("id");
    String type = body.text("type");
    if (id == null || type == null || !isArmId(id) || type.indexOf('/') < 0) {
      return new Recognised.Unknown();
    }
    String name = body.get("name") instanceof ScalarNode written ? written.text() : last(id);
    MappingNode known = UnknownNode.restored(body) instanceof MappingNode it ? it : body;
    return new Recognised.Fact(
        new Resource(Plane.AZURE, withoutPrefix(type), id, name, withoutEmpty(known), file));
  }

  /** Resource Graph fills a column that a resource does not have with an empty text. */
  private static MappingNode withoutEmpty(MappingNode row) {
    return row.entries().stream().noneMatch(AzureRecogniser::isEmpty)
        ? row
        : new MappingNode(
            row.entries().stream().filter(column -> !isEmpty(column)).toList(),
            row.line(),
            row.column());
  }

  private static boolean isEmpty(MappingNode.Entry column) {
    return column.value() instanceof ScalarNode text && "".equals(text.value());
  }

  /** True for the id of something in Azure. */
  static boolean isArmId(String id) {
    String lower = id.length() > 20 ? id.substring(0, 20).toLowerCase(Locale.ROOT) : id;
    return lower.startsWith("/subscriptions/")
        || lower.toLowerCase(Locale.ROOT).startsWith(PROVIDERS);
  }

  /** Management groups are listed with a type that begins like an id. */
  private static String withoutPrefix(String type) {
    return type.startsWith(PROVIDERS) ? type.substring(PROVIDERS.length()) : type;
  }

  private static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
