/** Roadmaps through the front door: priorities, targets, actions, partners’ aims. */
@NullMarked
package uk.slipway.roadmap;

import org.jspecify.annotations.NullMarked;
