package dev.interlock.usecases;

import dev.interlock.recovery.AddonsPath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code of Odoo's modules that a drill was given, to compare what is installed with it. */
final class GivenCode {

  private static final String HINT =
      "name the folders of Odoo's addons_path; each holds a folder with a __manifest__.py per module";

  private GivenCode() {}

  /**
   * Names and versions of the modules, see {@link AddonsPath}.
   *
   * @param folders of several that have a module the first counts; none when nobody gave any code
   * @return null when no folder was named
   * @throws InputRejected when a folder is not there, can't be read, or holds no module
   */
  static @Nullable Map<String, String> in(List<Path> folders) {
    if (folders.isEmpty()) {
      return null;
    }
    AddonsPath path = new AddonsPath();
    folders.forEach(folder -> add(folder, path));
    return path.code();
  }

  private static void add(Path folder, AddonsPath path) {
    if (!Files.isDirectory(folder)) {
      throw wrong("there is no such folder: " + folder);
    }
    try {
      if (path.add(folder) == 0) {
        throw wrong(folder + " holds no module of Odoo");
      }
    } catch (IOException e) {
      throw wrong(folder + " can't be read: " + reason(e));
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof AccessDeniedException denied
        ? "this user may not read " + denied.getFile()
        : String.valueOf(failure.getMessage());
  }

  private static InputRejected wrong(String why) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), "--addons", why, HINT);
  }
}
