package uk.slipway.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/**
 * An organisation as accounts need it: what it is called and what it is.
 *
 * @param organisation its id
 * @param name its name
 * @param kind its kind, as region names it: {@code LOCAL_AUTHORITY}, {@code REGIONAL_TEAM}, {@code OFSTED}
 */
record Place(OrganisationId organisation, String name, String kind) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    @Nullable
    LocalAuthorityId authority() {
        return isAnAuthority() ? new LocalAuthorityId(organisation.value()) : null;
    }

    boolean isAnAuthority() {
        return "LOCAL_AUTHORITY".equals(kind);
    }

    private boolean isARegionalTeam() {
        return "REGIONAL_TEAM".equals(kind);
    }

    /** Whether a role can be held here: an authority's roles in authorities, the region's in a regional team. */
    boolean mayHave(Role role) {
        return switch (role) {
            case LA_OFFICER,
                    DIRECTOR,
                    CHIEF_EXECUTIVE,
                    LEAD_MEMBER,
                    ACCOUNT_MANAGER,
                    FOSTERING_OFFICER,
                    SOCIAL_WORKER,
                    REVIEWING_OFFICER -> isAnAuthority();
            case REGIONAL_MANAGER, DATA_LEAD, PARTNERSHIP_COORDINATOR, FRONT_DOOR_ADVISER -> isARegionalTeam();
            case COMMISSIONER -> isAnAuthority() || isARegionalTeam();
            case BOARD_PARTNER -> "DIOCESE".equals(kind) || "TRUST".equals(kind) || "OTHER".equals(kind);
            case OFSTED_COLLEAGUE -> "OFSTED".equals(kind);
            case READER, ADMINISTRATOR -> true;
            case APPOINTEE -> false;
        };
    }

    static String inWords(LocalDate day) {
        return DAY.format(day);
    }
}
