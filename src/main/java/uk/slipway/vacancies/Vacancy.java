package uk.slipway.vacancies;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * A foster home with room. It names no carer and no address.
 *
 * @param fostering whose fostering service approved the carer
 * @param area in whose area the home is
 * @param children who lives there already
 */
public record Vacancy(
        VacancyId id,
        long version,
        LocalAuthorityId fostering,
        LocalAuthorityId area,
        Terms terms,
        State state,
        @Nullable String pausedBecause,
        Instant confirmedAt,
        List<ChildThere> children) {

    /** A vacancy is confirmed every week; one that was not is stale. */
    public static final Duration CONFIRMED_FOR = Duration.ofDays(7);

    /** Whether it is on offer. */
    public enum State {
        OPEN,
        PAUSED,
        CLOSED
    }

    /** A child who lives there: whose, and how old. That authority consents before another child comes. */
    public record ChildThere(LocalAuthorityId authority, AgeBand ageBand) {}

    /**
     * What the home is approved for and can offer.
     *
     * @param carerReference the fostering service's own reference, no name
     * @param postcodeArea the outward half of the postcode: {@code BL3}
     * @param approvedPlaces for how many children the carer is approved
     * @param freePlaces how many more could come
     * @param youngest the youngest age approved for, in years
     * @param oldest the oldest age approved for, in years
     * @param words what else to know, checked for identifiers
     */
    public record Terms(
            String carerReference,
            String postcodeArea,
            int approvedPlaces,
            int freePlaces,
            int youngest,
            int oldest,
            List<PlacementType> types,
            List<Skill> skills,
            List<HomeFeature> features,
            List<Caution> notSuited,
            String words,
            LocalDate freeFrom) {}

    /** Whether nobody has confirmed it within a week. */
    public boolean isStale(Instant now) {
        return confirmedAt.plus(CONFIRMED_FOR).isBefore(now);
    }

    /** The last day on which it counts as confirmed. */
    public LocalDate freshUntil() {
        return LondonTime.dayOf(confirmedAt.plus(CONFIRMED_FOR));
    }

    static RecordRef refOf(VacancyId id) {
        return new RecordRef("vacancy", id.value());
    }

    /** Something was done with a vacancy. */
    record Happened(VacancyId vacancy, LocalAuthorityId authority, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(vacancy);
        }
    }
}
