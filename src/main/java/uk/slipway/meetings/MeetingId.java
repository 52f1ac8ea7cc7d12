package uk.slipway.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies a meeting of a board. */
@Embeddable
public record MeetingId(@Column(name = "meeting_id") UUID value) {}
