package uk.slipway.web;

/** Looks for malicious software in an uploaded file, where a scanner is configured. */
public interface VirusScan {

    /** What a scan says. */
    enum Verdict {
        /** Looked at, and nothing found. */
        CLEAN,
        /** Something was found: the file must not be kept. */
        INFECTED,
        /** A scanner is configured and did not answer: the file must not be kept now. */
        UNANSWERED,
        /** No scanner is configured. */
        NOT_SCANNED
    }

    Verdict scan(byte[] content);
}
