/**
 * The files of attachments: listed, copied into a store, brought back, and compared with a list.
 */
@NullMarked
package dev.interlock.recovery.filestore;

import org.jspecify.annotations.NullMarked;
