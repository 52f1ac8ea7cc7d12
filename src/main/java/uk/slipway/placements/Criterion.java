package uk.slipway.placements;

/** What homes that meet every rule are compared by; the placing authority weighs each before it circulates. */
enum Criterion {
    CLOSENESS("Close to where the child comes from"),
    SKILLS("Skilled in what is needed"),
    IN_TIME("Free when it is needed"),
    ROOM("Few other children in the home"),
    CONFIRMED("Confirmed by its fostering service this week");

    private final String words;

    Criterion(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }
}
