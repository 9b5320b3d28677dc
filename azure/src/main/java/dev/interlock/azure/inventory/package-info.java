/** Rows of Azure Resource Graph, page by page, at the pace that Azure allows. */
@NullMarked
package dev.interlock.azure.inventory;

import org.jspecify.annotations.NullMarked;
