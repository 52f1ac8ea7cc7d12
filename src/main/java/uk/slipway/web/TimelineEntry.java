package uk.slipway.web;

/**
 * Something that happened to a record, in words.
 *
 * @param when the moment as the reader sees it, such as "5 December 2026, 2:30pm"
 * @param who the person and the role in which they acted
 * @param what what happened, as a sentence without a full stop
 */
public record TimelineEntry(String when, String who, String what) {}
