package dev.interlock.facts.images;

/** What an Azure web app runs: {@code DOCKER|registry/name:tag}; other stacks bring no image. */
final class WebAppStack {

  private WebAppStack() {}

  /**
   * The image of a container stack.
   *
   * @param otherwise for any other text
   */
  static String image(String text, String otherwise) {
    String[] parts = text.split("\\|", 2);
    boolean container =
        parts.length == 2
            && (parts[0].equalsIgnoreCase("DOCKER") || parts[0].equalsIgnoreCase("COMPOSE"));
    return container ? parts[1] : otherwise;
  }
}
