package uk.slipway.notices;

import java.util.UUID;

/** Identifies a statutory notice. */
record NoticeId(UUID value) {}
