package uk.slipway.commitments;

import org.jspecify.annotations.Nullable;

/** A note as it was typed. @param noteId made with the form */
record NoteForm(@Nullable String noteId, @Nullable String note) {}
