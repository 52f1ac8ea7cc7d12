package uk.slipway.enquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.enquiries.Evaluation.Case;
import uk.slipway.enquiries.FrontDoor.Benchmark;
import uk.slipway.enquiries.FrontDoor.Campaign;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;

/**
 * How the front door does. The front door sees all its figures, an authority its own; everybody else, and each authority
 * of the others, sees the region's with small numbers hidden. A fixed number of statements, whatever there is.
 */
@UseCase(readOnly = true)
class ShowEvaluation {

    /** An approval may come this long after the enquiry and still count into the medians. */
    private static final int YEARS_BACK = 3;

    private final FrontDoorRows doors;
    private final LocalAuthorities authorities;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShowEvaluation(FrontDoorRows doors, LocalAuthorities authorities, JdbcClient jdbc, Clock clock) {
        this.doors = doors;
        this.authorities = authorities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a campaign has brought since it began. */
    record Brought(long enquiries, long applications, long approved) {}

    /**
     * What is evaluated for a viewer.
     *
     * @param year the calendar year in which the financial year begins
     * @param hidesSmall whether small numbers are to be hidden from the viewer
     * @param own the authority whose figures alone these are, or null for the region's
     * @param cases all that is counted, already without what is filtered out
     * @param others the same without the cases of the viewer's own authority, which knows those: what is hidden has to stay
     *     hidden from it too
     * @param brought what each campaign has brought, by campaign
     * @param broughtToOthers the same without what came to the viewer's own authority
     */
    record Evaluated(
            FrontDoor door,
            int year,
            int firstYear,
            Evaluation.Period period,
            boolean hidesSmall,
            @Nullable LocalAuthority own,
            boolean mayFilter,
            @Nullable UUID campaign,
            @Nullable LocalAuthorityId authority,
            List<Case> cases,
            List<Case> others,
            List<LocalAuthority> councils,
            List<Campaign> campaigns,
            Map<UUID, Brought> brought,
            Map<UUID, Brought> broughtToOthers,
            List<Benchmark> benchmarks,
            LocalDate today) {}

    /**
     * @param year the financial year asked for, or null for this one
     * @param region whether an authority asks for the region instead of its own
     * @return null where the region has no front door yet
     */
    @Nullable
    Evaluated of(
            Viewer viewer,
            @Nullable Integer year,
            boolean region,
            @Nullable UUID campaign,
            @Nullable LocalAuthorityId authority) {
        var found = viewer.region() == null ? doors.all().stream().findFirst() : doors.of(viewer.region());
        if (found.isEmpty()) {
            return null;
        }
        var door = found.get();
        var today = LondonTime.today(clock);
        int thisYear = today.getMonthValue() >= Month.APRIL.getValue() ? today.getYear() : today.getYear() - 1;
        int firstYear = firstYear(door, thisYear);
        int chosen = year == null || year < firstYear || year > thisYear ? thisYear : year;
        var from = LocalDate.of(chosen, Month.APRIL, 1);
        var last = from.plusYears(1).minusDays(1);
        var period = new Evaluation.Period(from, last.isAfter(today) ? today : last, today);
        boolean frontDoor =
                viewer.is(Role.FRONT_DOOR_ADVISER) && viewer.organisation().equals(door.owner());
        var own = viewer.authority() != null && !region
                ? authorities.find(viewer.authority()).orElse(null)
                : null;
        var campaigns = doors.campaigns(door.owner());
        var asked = own != null ? own.id() : frontDoor ? authority : null;
        var byCampaign = frontDoor || own != null ? campaign : null;
        var cases = cases(door, from.minusYears(YEARS_BACK)).stream()
                .filter(one -> asked == null || asked.equals(one.authority()))
                .filter(one -> byCampaign == null || byCampaign.equals(one.campaign()))
                .toList();
        var brought = brought(door, asked);
        return new Evaluated(
                door,
                chosen,
                firstYear,
                period,
                !frontDoor && own == null,
                own,
                frontDoor,
                byCampaign,
                asked,
                cases,
                cases.stream()
                        .filter(one -> viewer.authority() == null
                                || !viewer.authority().equals(one.authority()))
                        .toList(),
                authorities.in(door.region(), today),
                campaigns,
                brought,
                viewer.authority() == null ? brought : without(brought, brought(door, viewer.authority())),
                doors.benchmarks(door.owner()),
                today);
    }

    private static Map<UUID, Brought> without(Map<UUID, Brought> all, Map<UUID, Brought> some) {
        var rest = new HashMap<UUID, Brought>();
        all.forEach((campaign, brought) -> {
            var less = some.getOrDefault(campaign, new Brought(0, 0, 0));
            rest.put(
                    campaign,
                    new Brought(
                            brought.enquiries() - less.enquiries(),
                            brought.applications() - less.applications(),
                            brought.approved() - less.approved()));
        });
        return rest;
    }

    private int firstYear(FrontDoor door, int otherwise) {
        return jdbc.sql("select extract(year from (min(received_at) at time zone 'Europe/London') - interval '3"
                        + " months') from enquiry where owner_organisation_id = :owner and held_because is null")
                .param("owner", door.owner().value())
                .query((row, number) -> {
                    int first = row.getInt(1);
                    return row.wasNull() ? otherwise : first;
                })
                .single();
    }

    private List<Case> cases(FrontDoor door, LocalDate since) {
        return new ArrayList<>(jdbc.sql("""
            select cast(e.received_at at time zone 'Europe/London' as date) as received,
                   coalesce(e.authority_id, e.destination_id) as authority, e.campaign_id, e.exit_reason, e.exited_on,
                   (select string_agg(s.stage || '=' || s.entered_on, ',') from enquiry_stage s
                    where s.enquiry_id = e.id) as stages
            from enquiry e
            where e.owner_organisation_id = :owner and e.held_because is null and e.received_at >= :since
            """)
                .param("owner", door.owner().value())
                .param("since", since.atStartOfDay(LondonTime.ZONE).toOffsetDateTime())
                .query((row, number) -> {
                    var entered = new EnumMap<EnquiryStage, LocalDate>(EnquiryStage.class);
                    for (var stage : row.getString("stages").split(",")) {
                        var parts = stage.split("=");
                        entered.put(EnquiryStage.valueOf(parts[0]), LocalDate.parse(parts[1]));
                    }
                    var authority = row.getObject("authority", UUID.class);
                    return new Case(
                            row.getObject("received", LocalDate.class),
                            authority == null ? null : new LocalAuthorityId(authority),
                            row.getObject("campaign_id", UUID.class),
                            entered,
                            ExitReason.of(row.getString("exit_reason")).orElse(null),
                            row.getObject("exited_on", LocalDate.class));
                })
                .list());
    }

    private Map<UUID, Brought> brought(FrontDoor door, @Nullable LocalAuthorityId authority) {
        var brought = new HashMap<UUID, Brought>();
        jdbc.sql("""
            select e.campaign_id, count(*) as enquiries,
                   count(*) filter (where s.furthest > :application) as applications,
                   count(*) filter (where s.furthest > :approval) as approved
            from enquiry e cross join lateral (select max(array_position(cast(:stages as text[]), st.stage)) as furthest
                from enquiry_stage st where st.enquiry_id = e.id) s
            where e.owner_organisation_id = :owner and e.held_because is null and e.campaign_id is not null
              and (cast(:authority as uuid) is null or coalesce(e.authority_id, e.destination_id) = :authority)
            group by e.campaign_id
            """)
                .param("owner", door.owner().value())
                .param("authority", authority == null ? null : authority.value())
                .param("application", EnquiryStage.APPLICATION.ordinal())
                .param("approval", EnquiryStage.APPROVED.ordinal())
                .param(
                        "stages",
                        Arrays.stream(EnquiryStage.values()).map(Enum::name).toArray(String[]::new))
                .query((row, number) -> brought.put(
                        row.getObject("campaign_id", UUID.class),
                        new Brought(row.getLong("enquiries"), row.getLong("applications"), row.getLong("approved"))))
                .list();
        return brought;
    }
}
