package uk.slipway.selfevaluation;

/** What a piece of evidence is. A self-evaluation that knows only through indicators does not know practice. */
enum EvidenceKind {
    INDICATOR("Indicator", "A figure, such as re-referrals within 12 months"),
    AUDIT("Audit", "What looking at case files found"),
    OBSERVATION("Observation", "Practice seen, such as a practice week"),
    CHILD_VOICE("Child’s voice", "What children and young people say"),
    PRACTITIONER_FEEDBACK("Practitioner feedback", "What those who do the work say"),
    EXTERNAL_REVIEW("External review", "A peer review, an inspection, a commissioned review"),
    DOCUMENT("Document", "A report or plan, with its file if you like");

    private final String words;
    private final String hint;

    EvidenceKind(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    public String inWords() {
        return words;
    }

    public String hint() {
        return hint;
    }
}
