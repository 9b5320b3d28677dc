/**
 * What is in Azure now, asked of Azure itself. The only room that knows Azure's libraries; what it
 * gives is documents, as exports have them.
 */
@NullMarked
package dev.interlock.azure;

import org.jspecify.annotations.NullMarked;
