package dev.interlock.server.console;

import java.util.List;

/** What the board shows. */
public record BoardPage(String organization, List<String> environments) {}
