package dev.interlock.facts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something in an unfamiliar folder that tells about an estate without being a resource. */
public sealed interface Discovered {

  /** The file it was found in, as diagnostics call it. */
  String file();

  /**
   * A subscription of {@code az account list}, or of a management group's tree.
   *
   * @param id the GUID
   * @param managementGroup name of the group around it, when the export tells
   */
  record Subscription(String file, String id, String name, @Nullable String managementGroup)
      implements Discovered {}

  /**
   * A management group of {@code az account management-group list}, {@code show -e} or entities.
   *
   * @param name its id
   * @param parent the id of the group above, when the export tells
   */
  record ManagementGroup(
      String file, String name, @Nullable String displayName, @Nullable String parent)
      implements Discovered {}

  /**
   * One service of a compose file.
   *
   * @param project name of the project: as written, or the folder's
   * @param image as written, or null when it is built from sources
   * @param timeZone the environment variable TZ, when it is written
   */
  record ComposeService(
      String file,
      String project,
      String name,
      @Nullable String image,
      List<String> dependsOn,
      @Nullable String timeZone)
      implements Discovered {}

  /**
   * A configuration file of Odoo.
   *
   * @param options of the section {@code [options]}, without those that hold secrets
   */
  record OdooConfiguration(String file, Map<String, String> options) implements Discovered {
    public OdooConfiguration {
      options = Map.copyOf(options);
    }
  }

  /**
   * An iCalendar file.
   *
   * @param path where it is
   * @param name of the calendar, when it has one
   * @param timeZone X-WR-TIMEZONE or the first TZID, when there is one
   * @param summaries of the first events
   */
  record CalendarFile(
      String file,
      Path path,
      @Nullable String name,
      @Nullable String timeZone,
      List<String> summaries)
      implements Discovered {
    public CalendarFile {
      summaries = List.copyOf(summaries);
    }
  }
}
