/** Packs through the front door: prepared, issued, queried, answered, agreed. */
@NullMarked
package uk.slipway.datapacks;

import org.jspecify.annotations.NullMarked;
