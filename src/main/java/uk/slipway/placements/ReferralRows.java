package uk.slipway.placements;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.vacancies.AgeBand;
import uk.slipway.vacancies.Caution;
import uk.slipway.vacancies.HomeFeature;
import uk.slipway.vacancies.PlacementType;
import uk.slipway.vacancies.Skill;
import uk.slipway.web.NotFound;

/**
 * The tables of referrals. Seen by the placing authority's people in fostering (a reviewing officer: where they review the
 * child), and, while it is out, by the fostering services it was circulated to; after, by the one whose home was chosen.
 */
@Component
class ReferralRows {

    private static final String COLUMNS = "r.*, array(select w.criterion || '=' || w.weight from referral_weight w"
            + " where w.referral_id = r.id) as weights";

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final Clock clock;

    ReferralRows(JdbcClient jdbc, MaySee maySee, Clock clock) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.clock = clock;
    }

    private String seen() {
        return "((" + maySee.of("r") + " and (not :viewerReviews or r.iro = :viewerAccount)) or (:viewerFosters and"
                + " exists (select 1 from referral_circulation c where c.referral_id = r.id and"
                + " c.authority_id = :viewerAuthority) and (r.closed_at is null or exists (select"
                + " 1 from offer o where o.referral_id = r.id and o.other_authority_id ="
                + " :viewerAuthority and o.state = 'ACCEPTED'))))";
    }

    private Map<String, Object> parameters(Viewer viewer) {
        var parameters = new HashMap<>(maySee.inFostering(viewer));
        parameters.put("viewerReviews", viewer.is(Role.REVIEWING_OFFICER));
        parameters.put(
                "viewerFosters",
                viewer.is(Role.FOSTERING_OFFICER) || viewer.is(Role.COMMISSIONER) || viewer.is(Role.DIRECTOR));
        return parameters;
    }

    /** @throws NotFound when there is none, or the viewer may not know of it */
    Referral seenBy(Viewer viewer, ReferralId id) {
        return one(viewer, id, "");
    }

    /** The same, and nobody else changes it or its offers until this transaction ends. */
    Referral held(Viewer viewer, ReferralId id) {
        return one(viewer, id, " for update of r");
    }

    private Referral one(Viewer viewer, ReferralId id, String ending) {
        return jdbc.sql("select " + COLUMNS + " from referral r where r.id = :id and " + seen() + ending)
                .params(parameters(viewer))
                .param("id", id.value())
                .query(ReferralRows::referral)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** A referral whoever asks: for who has been let in by an offer or a consent of it. */
    Optional<Referral> find(ReferralId id) {
        return jdbc.sql("select " + COLUMNS + " from referral r where r.id = :id")
                .param("id", id.value())
                .query(ReferralRows::referral)
                .optional();
    }

    /** Holds a referral whoever asks: for who acts on an offer of it. */
    Optional<Referral> held(ReferralId id) {
        return jdbc.sql("select " + COLUMNS + " from referral r where r.id = :id for update of r")
                .param("id", id.value())
                .query(ReferralRows::referral)
                .optional();
    }

    /** The viewer's own authority's and those circulated to it; what is open first, the newest first; at most 300. */
    List<Referral> all(Viewer viewer) {
        return jdbc.sql("select " + COLUMNS + " from referral r where " + seen()
                        + " order by r.closed_at is not null, r.begun_at desc, r.id desc limit 300")
                .params(parameters(viewer))
                .query(ReferralRows::referral)
                .list();
    }

    /** Those that closed before a day, for deletion to statistics: held, at most 500. */
    List<Referral> closedBefore(String region, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from referral r join organisation o on o.id = r.authority_id"
                        + " where o.region_code = :region and r.closed_at < :day order by r.id limit 500"
                        + " for update of r skip locked")
                .param("region", region)
                .param("day", day.atStartOfDay(LondonTime.ZONE).toOffsetDateTime())
                .query(ReferralRows::referral)
                .list();
    }

    String nextReference() {
        var year = LondonTime.today(clock).getYear() % 100;
        return jdbc.sql("select 'FP-' || :year || '-' || lpad(nextval('fostering_reference')::text, 4, '0')")
                .param("year", String.format(java.util.Locale.ROOT, "%02d", year))
                .query(String.class)
                .single();
    }

    boolean exists(ReferralId id) {
        return jdbc.sql("select exists (select 1 from referral where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    void keep(Referral referral) {
        var needs = referral.needs();
        var search = referral.search();
        var reviewing = referral.reviewingOfficer();
        jdbc.sql("""
            insert into referral (id, version, authority_id, protocol_number, reference, route, state, home_authority_id,
                age_bands, gender, legal_status, type, needed_by, duration, siblings_together, key_stage_4, ehc_plan, skills,
                avoid, cautions, social_worker, iro, weekly_budget, searched_on, search_outcome, search_words, begun_at,
                circulated_at, closed_at, closing_reason, agency_weekly_rate)
            values (:id, 0, :authority, :protocol, :reference, :route, :state, :home, :ages, :gender, :legal, :type,
                :neededBy, :duration, :together, :ks4, :ehc, :skills, :avoid, :cautions, :worker, :iro, :budget, :searchedOn,
                :searchOutcome, :searchWords, :begunAt, :circulatedAt, :closedAt, :reason, :rate)
            on conflict (id) do update set version = referral.version + 1, protocol_number = excluded.protocol_number,
                route = excluded.route, state = excluded.state, home_authority_id = excluded.home_authority_id,
                age_bands = excluded.age_bands, gender = excluded.gender, legal_status = excluded.legal_status,
                type = excluded.type, needed_by = excluded.needed_by, duration = excluded.duration,
                siblings_together = excluded.siblings_together, key_stage_4 = excluded.key_stage_4,
                ehc_plan = excluded.ehc_plan, skills = excluded.skills, avoid = excluded.avoid, cautions = excluded.cautions,
                social_worker = excluded.social_worker, iro = excluded.iro, weekly_budget = excluded.weekly_budget,
                searched_on = excluded.searched_on, search_outcome = excluded.search_outcome,
                search_words = excluded.search_words, circulated_at = excluded.circulated_at,
                closed_at = excluded.closed_at, closing_reason = excluded.closing_reason,
                agency_weekly_rate = excluded.agency_weekly_rate
            """)
                .param("id", referral.id().value())
                .param("authority", referral.placing().value())
                .param("protocol", referral.protocolNumber())
                .param("reference", referral.reference())
                .param("route", needs.route().name())
                .param("state", referral.state().name())
                .param("home", needs.home().value())
                .param("ages", names(needs.ageBands()))
                .param("gender", needs.gender().name())
                .param("legal", needs.legalStatus().name())
                .param("type", needs.type().name())
                .param("neededBy", needs.neededBy())
                .param("duration", needs.duration().name())
                .param("together", needs.children() > 1)
                .param("ks4", needs.keyStage4())
                .param("ehc", needs.ehcPlan())
                .param("skills", names(needs.skills()))
                .param("avoid", names(needs.avoid()))
                .param("cautions", names(needs.cautions()))
                .param("worker", referral.socialWorker().value())
                .param("iro", reviewing == null ? null : reviewing.value())
                .param("budget", referral.weeklyBudget())
                .param("searchedOn", search == null ? null : search.on())
                .param("searchOutcome", search == null ? null : search.outcome().name())
                .param("searchWords", search == null ? null : search.words())
                .param("begunAt", referral.begunAt().atOffset(ZoneOffset.UTC))
                .param("circulatedAt", offset(referral.circulatedAt()))
                .param("closedAt", offset(referral.closedAt()))
                .param("reason", referral.closingReason())
                .param("rate", referral.agencyRate())
                .update();
    }

    static java.time.@Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** The texts under the headings. */
    Map<ReferralSection, Referral.Text> texts(ReferralId id) {
        var texts = new EnumMap<ReferralSection, Referral.Text>(ReferralSection.class);
        jdbc.sql("select section, text, version from referral_section where referral_id = :id")
                .param("id", id.value())
                .query((row, number) -> texts.put(
                        ReferralSection.valueOf(row.getString("section")),
                        new Referral.Text(row.getString("text"), row.getLong("version"))))
                .list();
        return texts;
    }

    void write(ReferralId id, ReferralSection section, String text) {
        if (text.isEmpty()) {
            jdbc.sql("delete from referral_section where referral_id = :id and section = :section")
                    .param("id", id.value())
                    .param("section", section.name())
                    .update();
            return;
        }
        jdbc.sql("insert into referral_section (referral_id, section, version, text) values (:id, :section, 1, :text)"
                        + " on conflict (referral_id, section) do update set text = excluded.text,"
                        + " version = referral_section.version + 1")
                .param("id", id.value())
                .param("section", section.name())
                .param("text", text)
                .update();
    }

    void weigh(ReferralId id, Map<Criterion, Integer> weights) {
        weights.forEach((criterion, weight) -> jdbc.sql(
                        "insert into referral_weight (referral_id, criterion, weight) values (:id, :criterion, :weight)"
                                + " on conflict (referral_id, criterion) do update set weight = excluded.weight")
                .param("id", id.value())
                .param("criterion", criterion.name())
                .param("weight", weight)
                .update());
    }

    /**
     * An authority a referral was sent to.
     *
     * @param answer that it has no home for it, why and since when, or null
     */
    record Circulated(
            LocalAuthorityId authority, int homes, @Nullable NoHome answer) {}

    /** A fostering service's answer that it has no home for a referral. */
    record NoHome(Reason reason, String by, Instant at) {}

    void circulate(ReferralId id, List<Circulated> to, Instant at) {
        to.forEach(one -> jdbc.sql("insert into referral_circulation (referral_id, authority_id, sent_at, homes)"
                        + " values (:id, :authority, :at, :homes)")
                .param("id", id.value())
                .param("authority", one.authority().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("homes", one.homes())
                .update());
    }

    List<Circulated> circulation(ReferralId id) {
        return jdbc.sql("select * from referral_circulation where referral_id = :id order by authority_id")
                .param("id", id.value())
                .query(ReferralRows::circulated)
                .list();
    }

    /** What a referral's circulation says of one authority. */
    Optional<Circulated> circulation(ReferralId id, LocalAuthorityId authority) {
        return jdbc.sql("select * from referral_circulation where referral_id = :id and authority_id = :authority")
                .param("id", id.value())
                .param("authority", authority.value())
                .query(ReferralRows::circulated)
                .optional();
    }

    private static Circulated circulated(ResultSet row, int number) throws SQLException {
        var at = SeenPlacements.instant(row, "answered_at");
        return new Circulated(
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                row.getInt("homes"),
                at == null
                        ? null
                        : new NoHome(Reason.valueOf(row.getString("reason_code")), row.getString("answered_by"), at));
    }

    /** The referrals to which an authority has answered that it has no home, while they are open. */
    Set<ReferralId> withoutHome(LocalAuthorityId authority) {
        return Set.copyOf(
                jdbc.sql("select c.referral_id from referral_circulation c join referral r on r.id = c.referral_id"
                                + " where c.authority_id = :authority and c.answered_at is not null and r.closed_at is"
                                + " null")
                        .param("authority", authority.value())
                        .query((row, number) -> new ReferralId(row.getObject("referral_id", UUID.class)))
                        .list());
    }

    /** False where the authority has answered before, or was not asked. */
    boolean answer(ReferralId id, LocalAuthorityId authority, NoHome answer) {
        return jdbc.sql("update referral_circulation set reason_code = :reason, answered_by = :by, answered_at = :at"
                                + " where referral_id = :id and authority_id = :authority and answered_at is null")
                        .param("reason", answer.reason().name())
                        .param("by", answer.by())
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .param("authority", authority.value())
                        .update()
                == 1;
    }

    /** Deletes a referral with everything under it, and keeps what is counted. */
    void deleteToStatistics(Referral referral, String region) {
        var needs = referral.needs();
        jdbc.sql("""
            insert into referral_statistic (id, region_code, authority_id, home_authority_id, age_band, type, children, route,
                month, outcome, days_to_offer, days_to_start, agency_weekly_rate)
            values (gen_random_uuid(), :region, :authority, :home, :band, :type, :children, :route, :month, :outcome,
                (select min(cast(o.offered_at at time zone 'Europe/London' as date)) - cast(:circulated as date)
                    from offer o where o.referral_id = :id),
                (select p.started_on - cast(:circulated as date) from placement p where p.referral_id = :id), :rate)
            """)
                .param("id", referral.id().value())
                .param("region", region)
                .param("authority", referral.placing().value())
                .param("home", needs.home().value())
                .param("band", needs.countedAs().name())
                .param("type", needs.type().name())
                .param("children", needs.children())
                .param("route", needs.route().name())
                .param("month", LondonTime.dayOf(referral.begunAt()).withDayOfMonth(1))
                .param("outcome", referral.state().name())
                .param("circulated", referral.circulatedAt() == null ? null : LondonTime.dayOf(referral.circulatedAt()))
                .param("rate", referral.agencyRate())
                .update();
        jdbc.sql("delete from referral where id = :id")
                .param("id", referral.id().value())
                .update();
    }

    private static String[] names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static <E extends Enum<E>> List<E> constants(ResultSet row, String column, Class<E> of)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Enum.valueOf(of, name))
                .toList();
    }

    private static Referral referral(ResultSet row, int number) throws SQLException {
        var weights = new EnumMap<Criterion, Integer>(Criterion.class);
        for (var weight : (String[]) row.getArray("weights").getArray()) {
            var parts = weight.split("=", 2);
            weights.put(Criterion.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        var searchedOn = row.getObject("searched_on", LocalDate.class);
        var reviewing = row.getObject("iro", UUID.class);
        int protocol = row.getInt("protocol_number");
        Integer protocolNumber = row.wasNull() ? null : (Integer) protocol;
        BigDecimal budget = row.getBigDecimal("weekly_budget");
        return new Referral(
                new ReferralId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                protocolNumber,
                row.getString("reference"),
                ReferralState.valueOf(row.getString("state")),
                new Needs(
                        Route.valueOf(row.getString("route")),
                        new LocalAuthorityId(row.getObject("home_authority_id", UUID.class)),
                        constants(row, "age_bands", AgeBand.class),
                        Needs.Gender.valueOf(row.getString("gender")),
                        Needs.LegalStatus.valueOf(row.getString("legal_status")),
                        PlacementType.valueOf(row.getString("type")),
                        row.getObject("needed_by", LocalDate.class),
                        Needs.Duration.valueOf(row.getString("duration")),
                        row.getBoolean("key_stage_4"),
                        row.getBoolean("ehc_plan"),
                        constants(row, "skills", Skill.class),
                        constants(row, "avoid", HomeFeature.class),
                        constants(row, "cautions", Caution.class)),
                new AccountId(row.getObject("social_worker", UUID.class)),
                reviewing == null ? null : new AccountId(reviewing),
                budget,
                searchedOn == null
                        ? null
                        : new Referral.Search(
                                searchedOn,
                                Referral.Search.Outcome.valueOf(row.getString("search_outcome")),
                                row.getString("search_words")),
                weights,
                row.getTimestamp("begun_at").toInstant(),
                SeenPlacements.instant(row, "circulated_at"),
                SeenPlacements.instant(row, "closed_at"),
                row.getString("closing_reason"),
                row.getBigDecimal("agency_weekly_rate"));
    }
}
