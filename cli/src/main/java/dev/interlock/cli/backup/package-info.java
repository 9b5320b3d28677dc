/** {@code backup}: backups that know Odoo. */
@NullMarked
package dev.interlock.cli.backup;

import org.jspecify.annotations.NullMarked;
