package uk.slipway.datasets;

/** What a finding means for the file. */
enum Severity {
    /** The file is refused whole. */
    ERROR,
    /** A person decides whether it is good enough, and is recorded. */
    WARNING,
    /** Said, so that nobody wonders. */
    NOTE
}
