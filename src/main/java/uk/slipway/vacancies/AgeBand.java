package uk.slipway.vacancies;

/** How old a child is, as far as a referral says it. */
public enum AgeBand {
    UNDER_1("Under 1", 0, 0),
    AGE_1_TO_4("1 to 4", 1, 4),
    AGE_5_TO_9("5 to 9", 5, 9),
    AGE_10_TO_13("10 to 13", 10, 13),
    AGE_14_TO_15("14 to 15", 14, 15),
    AGE_16_TO_17("16 to 17", 16, 17);

    private final String words;
    private final int from;
    private final int to;

    AgeBand(String words, int from, int to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether everybody of this band is within ages, in years, both included. */
    public boolean isWithin(int youngest, int oldest) {
        return youngest <= from && to <= oldest;
    }
}
