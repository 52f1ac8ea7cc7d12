/**
 * The golden thread: what was made from what, across the rooms, and the whole of it as far as one person may see.
 *
 * <p>A room joins in two steps. Where one of its things is made from another, its use case calls {@link
 * uk.slipway.threads.Links} in the same transaction: {@code follow} where the record itself says so, {@code choose} where a
 * person has said so on a form (offered as {@link uk.slipway.threads.Origin}s). And for each kind of its things a component
 * implements {@link uk.slipway.threads.ThreadSource}: in one statement it describes those a viewer may see, by the same
 * predicate as the thing's own page, and leaves the others out. Then {@code /threads/KIND/ID} is the page of the whole
 * thread, and the thing's own page links to it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "region", "audit", "accounts"})
package uk.slipway.threads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
