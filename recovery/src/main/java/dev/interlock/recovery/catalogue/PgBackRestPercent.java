package dev.interlock.recovery.catalogue;

import dev.interlock.recovery.RecoveryProgress;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what pgBackRest tells while it makes a backup: of each file how large it is, and how much
 * of all is done with it, such as {@code (440KB, 5.12%)}.
 */
final class PgBackRestPercent extends OutputStream {

  private static final Pattern DONE = Pattern.compile("backup file .* \\([^ ]+, ([0-9.]+)%\\)");
  private static final int PARTS = 100;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final RecoveryProgress progress;

  PgBackRestPercent(RecoveryProgress progress) {
    this.progress = progress;
  }

  @Override
  public void write(int one) {
    if (one != '\n') {
      line.write(one);
      return;
    }
    Matcher done = DONE.matcher(line.toString(StandardCharsets.UTF_8));
    line.reset();
    if (done.find()) {
      progress.at(Math.round(Double.parseDouble(done.group(1)) * PARTS), PARTS * PARTS);
    }
  }
}
