package uk.slipway.vacancies;

/** What a home has to be able to live with; a carer may say that they are not suited to it. */
public enum Caution {
    MAY_HARM_OTHERS("May harm other children"),
    MAY_HARM_SELF("May harm themselves"),
    GOES_MISSING("Goes missing"),
    SETS_FIRES("Has set fires"),
    HARMS_ANIMALS("May harm animals"),
    AT_RISK_OUTSIDE("At risk of exploitation outside the home");

    private final String words;

    Caution(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
