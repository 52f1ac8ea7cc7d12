package uk.slipway.cycles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who makes up a forum's panel.
 *
 * @param maximumPeers how many peer Directors at most, 1 to 20
 * @param educationSpecialist whether one education specialist sits on it
 * @param socialCareLead whether the regional social care lead sits on it
 */
@Embeddable
public record ForumShape(
        @Column(name = "maximum_peers") int maximumPeers,
        @Column(name = "education_specialist") boolean educationSpecialist,
        @Column(name = "social_care_lead") boolean socialCareLead) {

    /** Up to seven other Directors, an education specialist and the social care lead (ADCS, North West, February 2016). */
    public static final ForumShape NORTH_WEST = new ForumShape(7, true, true);

    /** @throws IllegalArgumentException when the number of peers is outside 1 to 20 */
    public ForumShape {
        if (maximumPeers < 1 || maximumPeers > 20) {
            throw new IllegalArgumentException("A panel has between 1 and 20 peers, not " + maximumPeers);
        }
    }
}
