/**
 * The way back: backups, restores into an isolated place, what is asked of a restored Odoo, and how
 * long each business process would stand still. Effects are on disks, databases and object stores.
 *
 * <p>A store holds, by name:
 *
 * <ul>
 *   <li>{@code backups/ENVIRONMENT/NAME/…}: the parts of one backup, such as {@code database.dump},
 *       or {@code database/toc.dat} and its neighbours, and {@code files.list}, and last of all
 *       {@code manifest.dsse.json}. A backup without its manifest is unfinished.
 *   <li>{@code files/xx/SHA1}: files of attachments under the SHA-1 of their content, each once,
 *       shared by all backups of the store.
 * </ul>
 */
@NullMarked
package dev.interlock.recovery;

import org.jspecify.annotations.NullMarked;
