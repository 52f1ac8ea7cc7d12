package uk.slipway.vacancies;

/** What a carer is skilled in, or a child needs somebody to be skilled in. */
public enum Skill {
    BABIES("Babies"),
    TEENAGERS("Teenagers"),
    BROTHERS_AND_SISTERS("Brothers and sisters together"),
    DISABILITY("Disabled children"),
    HEALTH("Complex health needs"),
    TRAUMA("Children who have been harmed"),
    AUTISM("Autistic children"),
    UNACCOMPANIED("Unaccompanied children seeking asylum"),
    INDEPENDENCE("Preparing for independence");

    private final String words;

    Skill(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
