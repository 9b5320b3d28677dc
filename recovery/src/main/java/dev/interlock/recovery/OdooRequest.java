package dev.interlock.recovery;

import org.jspecify.annotations.Nullable;

/**
 * A company's own question to its Odoo, asked by a user who is signed in; it must be answered with
 * 200.
 *
 * @param name permanent, for the result
 * @param path with what is asked, such as {@code /shop?search=pump}
 * @param body JSON that is posted; null to get
 * @param contains text that must be in the answer; null when any answer will do
 */
public record OdooRequest(
    String name, String path, @Nullable String body, @Nullable String contains) {}
