package uk.slipway.sharing;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;

/**
 * "May this viewer see it", said once, as SQL that every list and every reading of a record joins. The table it is
 * asked of has the columns of {@link Visibility}: {@code id, authority_id, other_authority_id, owner_organisation_id}.
 */
@Component
public class MaySee {

    /**
     * Each inner query is tied to X by one column or not at all, so that PostgreSQL may ask it once for a list (hashed)
     * or once for each row, whichever is less. The audiences that the viewer belongs to are arrays, made once for a
     * statement: the shares with them are then found by index, not among all shares with an audience of that kind.
     */
    private static final String PREDICATE = """
        (X.authority_id = :viewerAuthority or X.other_authority_id = :viewerAuthority
         or X.owner_organisation_id = :viewerOrganisation
         or (X.authority_id in (select a.subject_id from appointment a
                 where a.account_id = :viewerAccount and a.kind = 'OFSTED_LINK'
                     and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today))
             and exists (select 1 from share where share.record_id = X.id and share.ended_at is null
                 and share.audience = 'OFSTED' and share.audience_id = :viewerOfsted))
         or exists (select 1 from share
             where share.record_id = X.id and share.ended_at is null
                 and (share.from_day is null or share.from_day <= :today) and (
                 share.audience = 'EVERYONE'
                 or (share.audience = 'MEMBERS' and share.audience_id = any(array(select o.id from organisation o
                     where o.kind = 'REGIONAL_TEAM' and o.region_code = :viewerRegion)))
                 or (share.audience = 'REGION' and share.audience_id = any(array(
                     select cast(:viewerRegionalTeam as uuid)
                     union all select a.subject_id from appointment a
                         where a.account_id = :viewerAccount and a.kind = 'DATA_GROUP'
                         and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today))))
                 or (share.audience = 'PANEL' and share.audience_id = any(array(select a.subject_id from appointment a
                     where a.account_id = :viewerAccount
                         and a.kind in ('PEER', 'EDUCATION_SPECIALIST', 'SOCIAL_CARE_LEAD', 'FACILITATOR', 'NOTE_TAKER')
                         and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)))))))
        """;

    private final Clock clock;

    MaySee(Clock clock) {
        this.clock = clock;
    }

    /**
     * The predicate on a table.
     *
     * @param alias the alias (or name) of the table in the statement
     */
    public String of(String alias) {
        if (!alias.matches("[a-z_]+")) {
            throw new IllegalArgumentException("Not a table's alias: " + alias);
        }
        return PREDICATE.replace("X.", alias + ".");
    }

    /** The predicate's parameters for a viewer; a statement adds its own. */
    public Map<String, Object> parameters(Viewer viewer) {
        return parameters(viewer, viewer.role().worksOnItsAuthoritysRecords());
    }

    /**
     * The same for records of fostering between authorities (referrals, placements), which in an authority are for its
     * fostering service, its children's social workers, its reviewing officers and commissioners, and its Director.
     */
    public Map<String, Object> inFostering(Viewer viewer) {
        return parameters(viewer, viewer.role().worksInFostering() || viewer.is(Role.DIRECTOR));
    }

    /**
     * The same for people who ask about fostering: the advisers of the front door that owns the record, and the fostering
     * officers of the authority that holds it or is asked to. Nobody else, their managers and Directors included.
     */
    public Map<String, Object> atTheFrontDoor(Viewer viewer) {
        var parameters = parameters(viewer, viewer.is(Role.FOSTERING_OFFICER));
        parameters.put(
                "viewerOrganisation",
                viewer.is(Role.FRONT_DOOR_ADVISER) ? viewer.organisation().value() : NOBODY);
        parameters.put("viewerRegionalTeam", NOBODY);
        parameters.put("viewerOfsted", NOBODY);
        return parameters;
    }

    private Map<String, Object> parameters(Viewer viewer, boolean worksOnItsAuthoritysRecords) {
        var parameters = new HashMap<String, Object>();
        var role = viewer.role();
        parameters.put(
                "viewerAuthority",
                viewer.authority() != null && worksOnItsAuthoritysRecords
                        ? viewer.organisation().value()
                        : NOBODY);
        parameters.put(
                "viewerOrganisation",
                seesWhatItsOrganisationOwns(role) ? viewer.organisation().value() : NOBODY);
        parameters.put(
                "viewerRegionalTeam",
                role.isOfTheRegionalTeam() ? viewer.organisation().value() : NOBODY);
        var region = viewer.region();
        parameters.put(
                "viewerRegion",
                region != null && (worksOnItsAuthoritysRecords || role.isOfTheRegionalTeam()) ? region.value() : "");
        parameters.put(
                "viewerOfsted",
                role == Role.OFSTED_COLLEAGUE ? viewer.organisation().value() : NOBODY);
        parameters.put("viewerAccount", viewer.account().value());
        parameters.put("today", LondonTime.today(clock));
        return parameters;
    }

    /** What belongs to a regional team is its managers' and data leads'; whoever else works there has a task of their own. */
    private static boolean seesWhatItsOrganisationOwns(Role role) {
        return switch (role) {
            case ACCOUNT_MANAGER, PARTNERSHIP_COORDINATOR, COMMISSIONER, FRONT_DOOR_ADVISER -> false;
            default -> true;
        };
    }

    /** An id that no organisation has, so that a comparison with it is false and never null. */
    private static final java.util.UUID NOBODY = new java.util.UUID(0, 0);
}
