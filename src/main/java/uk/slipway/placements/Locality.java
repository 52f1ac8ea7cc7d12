package uk.slipway.placements;

/**
 * Where the home is, as regulation 11 of the Care Planning, Placement and Case Review (England) Regulations 2010 asks it:
 * in the placing authority's own area, in an adjoining authority's, or neither ("at a distance").
 */
public enum Locality {
    IN_AREA("In the placing authority’s own area"),
    ADJOINING("Out of area, in an adjoining authority"),
    AT_A_DISTANCE("At a distance: out of area and not adjoining");

    private final String words;

    Locality(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    public boolean isOutOfArea() {
        return this != IN_AREA;
    }
}
