package uk.slipway.vacancies;

/** What a home is like; a referral may ask for a home without it. */
public enum HomeFeature {
    PETS("Pets in the home"),
    SMOKING("Somebody smokes"),
    STEPS("No step-free way in"),
    OTHER_CHILDREN("Other children live there"),
    SHARED_ROOM("A bedroom would be shared");

    private final String words;

    HomeFeature(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
