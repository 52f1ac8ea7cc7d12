package uk.slipway.sharing;

/** Whom a record has been shown to, beyond those it belongs to. */
public enum Audience {
    /** The people with a part in one forum; the audience's id is the forum's. */
    PANEL("the forum's panel"),
    /** The regional team and its data group; the audience's id is the regional team's. */
    REGION("the regional team and its data group"),
    /** Every authority of a region and its regional team; the audience's id is the regional team's. */
    MEMBERS("the region's authorities and the regional team"),
    /** The Ofsted colleagues that the authority is assigned to; the audience's id is Ofsted's. */
    OFSTED("Ofsted's team for the authority"),
    /** Everybody who can sign in; the audience has no id. */
    EVERYONE("everybody who can sign in");

    private final String words;

    Audience(String words) {
        this.words = words;
    }

    /** As it is shown to people, in the middle of a sentence. */
    public String inWords() {
        return words;
    }
}
