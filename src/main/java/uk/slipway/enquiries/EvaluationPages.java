package uk.slipway.enquiries;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.enquiries.Evaluation.Case;
import uk.slipway.enquiries.Evaluation.Median;
import uk.slipway.enquiries.FrontDoor.Measure;
import uk.slipway.enquiries.ShowEvaluation.Brought;
import uk.slipway.enquiries.ShowEvaluation.Evaluated;
import uk.slipway.kernel.SmallNumbers;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** What the evaluation says. A number that is hidden from its reader is a {@code c} in every place it would stand. */
@Component
class EvaluationPages {

    static final Crumb CRUMB = new Crumb("Evaluation of fostering enquiries", "/enquiries/evaluation");
    static final List<String> COLUMNS = List.of("table", "row", "column", "value");
    static final String HIDDEN = "c";

    private static final Words WORDS = new Words();
    private static final double DAYS_A_MONTH = 365.25 / 12;

    /** What is asked for, as it stands in the address. */
    record Asked(
            @Nullable String year,
            @Nullable String of,
            @Nullable String campaign,
            @Nullable String authority) {}

    record Page(
            String title,
            boolean there,
            String period,
            String finding,
            String read,
            boolean hidesSmall,
            List<Option> years,
            String year,
            boolean mayFilter,
            List<Option> campaigns,
            @Nullable String campaign,
            List<Option> authorities,
            @Nullable String authority,
            @Nullable String of,
            @Nullable String other,
            @Nullable String otherWords,
            @Nullable BarsPicture funnel,
            String funnelTitle,
            List<FunnelRow> stages,
            List<MedianRow> medians,
            @Nullable BarsPicture months,
            String monthsTitle,
            List<MonthRow> monthRows,
            List<CampaignRow> campaignRows,
            List<AuthorityRow> authorityRows,
            @Nullable BarsPicture exits,
            String exitsTitle,
            List<String> reasons,
            List<ExitRow> exitRows,
            boolean mayKeep,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record FunnelRow(String stage, String now, String share, String before, String shareBefore) {}

    record MedianRow(String what, String now, String before, String benchmarks) {}

    record MonthRow(String month, String now, String before) {}

    record CampaignRow(
            String name,
            String dates,
            String enquiries,
            String applications,
            String approved,
            String cost,
            String each) {}

    record AuthorityRow(String name, String enquiries, String applications, String approved, String share) {}

    record ExitRow(String stage, List<String> cells) {}

    /** Everything the page and its file are made of. */
    private record Tables(
            List<FunnelRow> stages,
            List<BarsPicture.Count> funnel,
            List<MedianRow> medians,
            List<MonthRow> months,
            List<BarsPicture.Count> monthCounts,
            List<CampaignRow> campaigns,
            List<AuthorityRow> authorities,
            List<ExitRow> exits,
            List<BarsPicture.Count> exitCounts) {}

    Page page(Viewer viewer, @Nullable Evaluated evaluated, Asked asked) {
        boolean mayKeep = viewer.is(Role.FRONT_DOOR_ADVISER) || viewer.is(Role.REGIONAL_MANAGER);
        var crumbs = viewer.is(Role.FRONT_DOOR_ADVISER) || viewer.is(Role.FOSTERING_OFFICER)
                ? List.of(EnquiryPages.BOARD)
                : List.<Crumb>of();
        if (evaluated == null) {
            return new Page(
                    "Evaluation of fostering enquiries",
                    false,
                    "",
                    "",
                    "",
                    false,
                    List.of(),
                    "",
                    false,
                    List.of(),
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    "",
                    List.of(),
                    List.of(),
                    null,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    "",
                    List.of(),
                    List.of(),
                    mayKeep,
                    List.of(),
                    crumbs);
        }
        var tables = tables(evaluated);
        var period = evaluated.period();
        var years = new ArrayList<Option>();
        int thisYear = evaluated.today().getMonthValue() >= 4
                ? evaluated.today().getYear()
                : evaluated.today().getYear() - 1;
        for (int year = thisYear; year >= evaluated.firstYear(); year--) {
            years.add(Option.of(Integer.toString(year), financialYear(year)));
        }
        var own = evaluated.own();
        boolean ofAnAuthority = viewer.authority() != null;
        return new Page(
                "Evaluation of fostering enquiries" + (own == null ? "" : ": " + own.name()),
                true,
                financialYear(evaluated.year()),
                finding(evaluated, tables),
                "Enquiries received from " + WORDS.shortDate(period.from()) + " to " + WORDS.shortDate(period.to())
                        + ", as far as they had come by " + WORDS.shortDate(period.readOn())
                        + ". The year before is read on the same day of its year, so that neither had longer.",
                evaluated.hidesSmall(),
                years,
                Integer.toString(evaluated.year()),
                evaluated.mayFilter(),
                evaluated.campaigns().stream()
                        .map(campaign -> Option.of(campaign.id().toString(), campaign.name()))
                        .toList(),
                evaluated.campaign() == null ? null : evaluated.campaign().toString(),
                evaluated.councils().stream()
                        .map(council -> Option.of(council.gssCode(), council.label()))
                        .toList(),
                evaluated.councils().stream()
                        .filter(council -> council.id().equals(evaluated.authority()))
                        .map(LocalAuthority::gssCode)
                        .findFirst()
                        .orElse(null),
                asked.of(),
                !ofAnAuthority
                        ? null
                        : own == null
                                ? "/enquiries/evaluation?year=" + evaluated.year()
                                : "/enquiries/evaluation?of=region&year=" + evaluated.year(),
                own == null ? "Your own authority’s figures" : "The whole region’s figures",
                BarsPicture.of(tables.funnel()),
                finding(evaluated, tables),
                tables.stages(),
                tables.medians(),
                tables.monthCounts().isEmpty() ? null : BarsPicture.of(tables.monthCounts()),
                "Enquiries by month, against the same month of the year before",
                tables.months(),
                tables.campaigns(),
                tables.authorities(),
                tables.exitCounts().isEmpty() ? null : BarsPicture.of(tables.exitCounts()),
                "Why people went no further",
                Arrays.stream(ExitReason.values()).map(ExitReason::inWords).toList(),
                tables.exits(),
                mayKeep,
                evaluated.hidesSmall()
                        ? List.of(
                                "Numbers alone, for the regional team, Ofsted, commissioners and the authorities."
                                        + " Nobody sees who a person is here.",
                                "Counts of 1 to 4 are hidden, and others where one could be worked out from a total.")
                        : List.of(
                                own == null
                                        ? "You see all figures, since you work at the front door."
                                        : "You see your own authority’s figures whole.",
                                "Others see the region’s, with counts of 1 to 4 hidden, and others where one could be"
                                        + " worked out from a total."),
                crumbs);
    }

    private static String financialYear(int year) {
        return "%d/%02d".formatted(year, (year + 1) % 100);
    }

    private static String finding(Evaluated evaluated, Tables tables) {
        var enquiries = tables.stages().getFirst();
        var applied = tables.stages().get(EnquiryStage.APPLICATION.ordinal());
        var approved = tables.stages().getLast();
        if ("0".equals(enquiries.now())) {
            return "Nobody enquired in " + financialYear(evaluated.year()) + ".";
        }
        return number(enquiries.now()) + " enquired, " + number(applied.now()) + " of them applied so far and "
                + ("1".equals(approved.now()) ? "1 was" : number(approved.now()) + " were") + " approved";
    }

    private static String number(String shown) {
        return HIDDEN.equals(shown) ? "a few" : shown;
    }

    /** The rows of the file: one for each number of the page. */
    List<List<String>> rows(@Nullable Evaluated evaluated) {
        if (evaluated == null) {
            return List.of();
        }
        var tables = tables(evaluated);
        var rows = new ArrayList<List<String>>();
        var year = financialYear(evaluated.year());
        for (var row : tables.stages()) {
            rows.add(List.of("Funnel", row.stage(), year, row.now()));
            rows.add(List.of("Funnel", row.stage(), "Year before", row.before()));
        }
        for (var row : tables.medians()) {
            rows.add(List.of("Conversion and days", row.what(), year, row.now()));
            rows.add(List.of("Conversion and days", row.what(), "Year before", row.before()));
            if (!row.benchmarks().isEmpty()) {
                rows.add(List.of(
                        "Conversion and days", row.what(), "Benchmarks", CsvDownload.harmless(row.benchmarks())));
            }
        }
        for (var row : tables.months()) {
            rows.add(List.of("Months", row.month(), year, row.now()));
            rows.add(List.of("Months", row.month(), "Year before", row.before()));
        }
        for (var row : tables.campaigns()) {
            var name = CsvDownload.harmless(row.name());
            rows.add(List.of("Campaigns", name, "Enquiries", row.enquiries()));
            rows.add(List.of("Campaigns", name, "Applications", row.applications()));
            rows.add(List.of("Campaigns", name, "Approved", row.approved()));
            rows.add(List.of("Campaigns", name, "Cost", row.cost()));
            rows.add(List.of("Campaigns", name, "Cost for each approved household", row.each()));
        }
        for (var row : tables.authorities()) {
            rows.add(List.of("Authorities", row.name(), "Enquiries", row.enquiries()));
            rows.add(List.of("Authorities", row.name(), "Applications", row.applications()));
            rows.add(List.of("Authorities", row.name(), "Approved", row.approved()));
        }
        for (var row : tables.exits()) {
            for (int column = 0; column < row.cells().size(); column++) {
                rows.add(List.of(
                        "Where people leave",
                        row.stage(),
                        column < ExitReason.values().length ? ExitReason.values()[column].inWords() : "All",
                        row.cells().get(column)));
            }
        }
        return rows;
    }

    private static Tables tables(Evaluated evaluated) {
        var period = evaluated.period();
        var before = period.yearBefore();
        var cases = evaluated.cases();
        boolean hides = evaluated.hidesSmall();
        var now = Evaluation.funnel(cases, period);
        var then = Evaluation.funnel(cases, before);
        var othersNow = Evaluation.funnel(evaluated.others(), period);
        var othersThen = Evaluation.funnel(evaluated.others(), before);
        var stages = new ArrayList<FunnelRow>();
        var funnel = new ArrayList<BarsPicture.Count>();
        for (var stage : EnquiryStage.values()) {
            long here = count(now, stage);
            long there = count(then, stage);
            boolean hidden = hides && (SmallNumbers.isSmall(here) || SmallNumbers.isSmall(count(othersNow, stage)));
            boolean hiddenBefore =
                    hides && (SmallNumbers.isSmall(there) || SmallNumbers.isSmall(count(othersThen, stage)));
            stages.add(new FunnelRow(
                    stage.inWords(),
                    shown(here, hidden),
                    share(here, count(now, EnquiryStage.ENQUIRY), hidden),
                    shown(there, hiddenBefore),
                    share(there, count(then, EnquiryStage.ENQUIRY), hiddenBefore)));
            funnel.add(new BarsPicture.Count(
                    stage.inWords(), hidden ? null : here, shown(here, hidden), hiddenBefore ? null : there));
        }
        return new Tables(
                stages,
                funnel,
                medians(evaluated, now, then),
                months(evaluated),
                monthCounts(evaluated),
                campaigns(evaluated, hides),
                evaluated.own() == null && evaluated.authority() == null ? authorities(evaluated, hides) : List.of(),
                exits(evaluated),
                exitCounts(evaluated));
    }

    private static long count(Map<EnquiryStage, Long> funnel, EnquiryStage stage) {
        return Objects.requireNonNull(funnel.get(stage));
    }

    private static List<MedianRow> medians(
            Evaluated evaluated, Map<EnquiryStage, Long> now, Map<EnquiryStage, Long> then) {
        boolean hides = evaluated.hidesSmall();
        var rows = new ArrayList<MedianRow>();
        rows.add(new MedianRow(
                "Enquiries that became applications",
                share(
                        count(now, EnquiryStage.APPLICATION),
                        count(now, EnquiryStage.ENQUIRY),
                        hides && SmallNumbers.isSmall(count(now, EnquiryStage.APPLICATION))),
                share(
                        count(then, EnquiryStage.APPLICATION),
                        count(then, EnquiryStage.ENQUIRY),
                        hides && SmallNumbers.isSmall(count(then, EnquiryStage.APPLICATION))),
                benchmarks(evaluated, Measure.APPLICATIONS, "%")));
        rows.add(median(
                evaluated, "From enquiry to first contact", EnquiryStage.ENQUIRY, EnquiryStage.CONTACTED, false, ""));
        rows.add(median(
                evaluated, "From enquiry to application", EnquiryStage.ENQUIRY, EnquiryStage.APPLICATION, false, ""));
        rows.add(median(
                evaluated,
                "From application to approval",
                EnquiryStage.APPLICATION,
                EnquiryStage.APPROVED,
                true,
                benchmarks(evaluated, Measure.APPROVAL_MONTHS, " months")));
        return rows;
    }

    private static String benchmarks(Evaluated evaluated, Measure measure, String unit) {
        return String.join(
                "; ",
                evaluated.benchmarks().stream()
                        .filter(one -> one.measure() == measure)
                        .map(one -> one.value().stripTrailingZeros().toPlainString() + unit + " (" + one.whose()
                                + "; source: " + one.source() + ")")
                        .toList());
    }

    private static MedianRow median(
            Evaluated evaluated,
            String what,
            EnquiryStage first,
            EnquiryStage second,
            boolean inMonths,
            String benchmarks) {
        return new MedianRow(
                what,
                days(
                        Evaluation.median(evaluated.cases(), evaluated.period(), first, second),
                        evaluated.hidesSmall(),
                        inMonths),
                days(
                        Evaluation.median(evaluated.cases(), evaluated.period().yearBefore(), first, second),
                        evaluated.hidesSmall(),
                        inMonths),
                benchmarks);
    }

    private static String days(Median median, boolean hides, boolean months) {
        var days = median.days();
        if (days == null) {
            return "nobody yet";
        }
        if (hides && median.of() < SmallNumbers.LEAST_SHOWN) {
            return HIDDEN;
        }
        return decimal(days)
                + (days == 1 ? " day" : " days")
                + (months ? " (" + decimal(days / DAYS_A_MONTH) + " months)" : "");
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<MonthRow> months(Evaluated evaluated) {
        var period = evaluated.period();
        var now = Evaluation.withTotal(Evaluation.months(evaluated.cases(), period));
        var then = Evaluation.withTotal(Evaluation.months(evaluated.cases(), period.yearBefore()));
        var hidden = hiddenMonths(evaluated, now, period);
        var hiddenThen = hiddenMonths(evaluated, then, period.yearBefore());
        var rows = new ArrayList<MonthRow>();
        for (int at = 0; at < now.length; at++) {
            rows.add(new MonthRow(
                    at == now.length - 1 ? "All" : month(period.from(), at),
                    shown(now[at], hidden[at]),
                    shown(then[at], hiddenThen[at])));
        }
        return rows;
    }

    private static List<BarsPicture.Count> monthCounts(Evaluated evaluated) {
        var period = evaluated.period();
        var now = Evaluation.withTotal(Evaluation.months(evaluated.cases(), period));
        var then = Evaluation.withTotal(Evaluation.months(evaluated.cases(), period.yearBefore()));
        var hidden = hiddenMonths(evaluated, now, period);
        var hiddenThen = hiddenMonths(evaluated, then, period.yearBefore());
        var counts = new ArrayList<BarsPicture.Count>();
        for (int at = 0; at < now.length - 1; at++) {
            counts.add(new BarsPicture.Count(
                    month(period.from(), at),
                    hidden[at] ? null : now[at],
                    shown(now[at], hidden[at]),
                    hiddenThen[at] ? null : then[at]));
        }
        return counts;
    }

    private static boolean[] hiddenMonths(Evaluated evaluated, long[] counts, Evaluation.Period period) {
        return evaluated.hidesSmall()
                ? either(
                        SmallNumbers.hidden(counts),
                        SmallNumbers.hidden(Evaluation.withTotal(Evaluation.months(evaluated.others(), period))))
                : new boolean[counts.length];
    }

    /** What is hidden in either of two tables of the same shape. */
    private static boolean[] either(boolean[] one, boolean[] other) {
        var either = one.clone();
        for (int at = 0; at < either.length; at++) {
            either[at] |= other[at];
        }
        return either;
    }

    private static boolean[][] hiddenExits(Evaluated evaluated, long[][] table) {
        if (!evaluated.hidesSmall()) {
            return new boolean[table.length][table[0].length];
        }
        var one = SmallNumbers.hidden(table);
        var other = SmallNumbers.hidden(Evaluation.exits(evaluated.others(), evaluated.period()));
        for (int row = 0; row < one.length; row++) {
            one[row] = either(one[row], other[row]);
        }
        return one;
    }

    private static String month(LocalDate from, int at) {
        return WORDS.month(from.plusMonths(at));
    }

    private static List<CampaignRow> campaigns(Evaluated evaluated, boolean hides) {
        var campaigns = evaluated.campaigns();
        var none = new Brought(0, 0, 0);
        var rows = new ArrayList<CampaignRow>();
        boolean whole = evaluated.own() == null && evaluated.authority() == null;
        for (var campaign : campaigns) {
            var all = evaluated.brought().getOrDefault(campaign.id(), none);
            var others = evaluated.broughtToOthers().getOrDefault(campaign.id(), none);
            boolean hidden = hides && isSmall(all.approved(), others.approved());
            rows.add(new CampaignRow(
                    campaign.name(),
                    FrontDoorController.dates(campaign),
                    shown(all.enquiries(), hides && isSmall(all.enquiries(), others.enquiries())),
                    shown(all.applications(), hides && isSmall(all.applications(), others.applications())),
                    shown(all.approved(), hidden),
                    whole ? FrontDoorController.pounds(campaign.cost()) : "Whole region’s",
                    whole ? each(campaign.cost(), all.approved(), hidden) : ""));
        }
        return rows;
    }

    private static boolean isSmall(long all, long others) {
        return SmallNumbers.isSmall(all) || SmallNumbers.isSmall(others);
    }

    private static String each(@Nullable BigDecimal cost, long approved, boolean hidden) {
        if (cost == null) {
            return "";
        }
        if (hidden) {
            return HIDDEN;
        }
        return approved == 0
                ? "Nobody approved yet"
                : FrontDoorController.pounds(cost.divide(BigDecimal.valueOf(approved), 0, RoundingMode.HALF_UP));
    }

    private static List<AuthorityRow> authorities(Evaluated evaluated, boolean hides) {
        var period = evaluated.period();
        var names = new ArrayList<String>();
        var conditions = new ArrayList<Predicate<Case>>();
        for (var council : evaluated.councils()) {
            Predicate<Case> theirs = one -> council.id().equals(one.authority());
            if (evaluated.cases().stream().anyMatch(one -> period.holds(one.received()) && theirs.test(one))) {
                names.add(council.label());
                conditions.add(theirs);
            }
        }
        names.add("Not known yet");
        conditions.add(one -> one.authority() == null
                || evaluated.councils().stream()
                        .noneMatch(council -> council.id().equals(one.authority())));
        var columns = List.of(EnquiryStage.ENQUIRY, EnquiryStage.APPLICATION, EnquiryStage.APPROVED);
        var counts = new ArrayList<long[]>();
        var hidden = new ArrayList<boolean[]>();
        for (var stage : columns) {
            var column = Evaluation.withTotal(conditions.stream()
                    .mapToLong(theirs -> Evaluation.reached(evaluated.cases(), period, stage, theirs))
                    .toArray());
            counts.add(column);
            var others = Evaluation.withTotal(conditions.stream()
                    .mapToLong(theirs -> Evaluation.reached(evaluated.others(), period, stage, theirs))
                    .toArray());
            hidden.add(
                    hides
                            ? either(SmallNumbers.hidden(column), SmallNumbers.hidden(others))
                            : new boolean[column.length]);
        }
        names.add("All");
        var rows = new ArrayList<AuthorityRow>();
        for (int at = 0; at < names.size(); at++) {
            rows.add(new AuthorityRow(
                    names.get(at),
                    shown(counts.get(0)[at], hidden.get(0)[at]),
                    shown(counts.get(1)[at], hidden.get(1)[at]),
                    shown(counts.get(2)[at], hidden.get(2)[at]),
                    share(counts.get(1)[at], counts.get(0)[at], hidden.get(0)[at] || hidden.get(1)[at])));
        }
        return rows;
    }

    private static List<ExitRow> exits(Evaluated evaluated) {
        var table = Evaluation.exits(evaluated.cases(), evaluated.period());
        var hidden = hiddenExits(evaluated, table);
        var rows = new ArrayList<ExitRow>();
        for (int row = 0; row < table.length; row++) {
            boolean total = row == table.length - 1;
            if (table[row][table[row].length - 1] == 0 && !total) {
                continue;
            }
            var cells = new ArrayList<String>();
            for (int column = 0; column < table[row].length; column++) {
                cells.add(shown(table[row][column], hidden[row][column]));
            }
            rows.add(new ExitRow(total ? "All" : EnquiryStage.values()[row].inWords(), cells));
        }
        return rows;
    }

    private static List<BarsPicture.Count> exitCounts(Evaluated evaluated) {
        var table = Evaluation.exits(evaluated.cases(), evaluated.period());
        var last = table[table.length - 1];
        if (last[last.length - 1] == 0) {
            return List.of();
        }
        var hidden = hiddenExits(evaluated, table);
        var counts = new ArrayList<BarsPicture.Count>();
        for (var reason : ExitReason.values()) {
            int column = reason.ordinal();
            boolean hide = hidden[table.length - 1][column];
            counts.add(new BarsPicture.Count(
                    reason == ExitReason.MOVED_AGENCY ? "Moved agency" : reason.inWords(),
                    hide ? null : last[column],
                    shown(last[column], hide),
                    null));
        }
        return counts;
    }

    private static String shown(long count, boolean hidden) {
        return hidden ? HIDDEN : WORDS.number(count);
    }

    private static String share(long part, long whole, boolean hidden) {
        var share = Evaluation.share(part, whole);
        if (share == null) {
            return "";
        }
        return hidden ? HIDDEN : String.format(Locale.UK, "%.1f%%", share);
    }
}
