package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;

/**
 * Where restored and dumped databases lie when nobody says where: below the folder for temporary
 * files. Everybody may make folders there, and whoever owns one can exchange what lies in it.
 */
public final class UsualPlace {

  private UsualPlace() {}

  /**
   * Where drills make their places.
   *
   * @throws Fault PLACE_FAILED when others have made all that it could be
   */
  public static Path ofDrills() {
    return of("interlock-drills");
  }

  /**
   * Where a dump lies until it is stored.
   *
   * @throws Fault PLACE_FAILED when others have made all that it could be
   */
  static Path ofDumps() {
    return of("interlock-backup");
  }

  private static Path of(String name) {
    return in(Path.of(System.getProperty("java.io.tmpdir")), name, System.getProperty("user.name"));
  }

  /** One of the user's own where another user of the machine made the usual one. */
  static Path in(Path temporary, String name, String user) {
    return Stream.of(name, name + "-" + user)
        .map(temporary::resolve)
        .filter(place -> mayBeUsed(place, user))
        .findFirst()
        .orElseThrow(() ->
            new Fault(
                RecoveryCode.PLACE_FAILED.code(),
                temporary.resolve(name + "-" + user)
                    + " was made by somebody else, or is no folder; name another with"
                    + " --place"));
  }

  private static boolean mayBeUsed(Path place, String user) {
    return Files.notExists(place, LinkOption.NOFOLLOW_LINKS)
        || (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) && isOf(place, user));
  }

  private static boolean isOf(Path place, String user) {
    try {
      UserPrincipal owner = Files.getOwner(place, LinkOption.NOFOLLOW_LINKS);
      return owner.equals(
          place.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    } catch (IOException e) {
      return false;
    }
  }
}
