package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.region.LocalAuthority;

/** Which authority's forum is when in the demonstration, and who challenges it. */
final class ForumsOfTheDemonstration {

    static final String MANAGER = "manager@region.example";
    static final String DATA_LEAD = "data@region.example";
    static final String SPECIALIST = "specialist@region.example";
    static final String SOCIAL_CARE_LEAD = "social-care@region.example";

    /** Where this year's forums stand today, in the order of their days. Last year's have all been held. */
    private static final int HELD = 3;

    private static final int ANSWERED = 6;
    private static final int ASKED = 10;
    private static final int PACKED = 14;
    private static final int CONFIRMED = 18;
    private static final int PLANNED = 22;

    private ForumsOfTheDemonstration() {}

    /**
     * A forum as the demonstration tells it.
     *
     * @param authority whose
     * @param day when, or null where it has no day yet
     * @param peers the authorities whose Directors challenge it
     * @param until the furthest step
     */
    record Told(LocalAuthority authority, @Nullable LocalDate day, List<LocalAuthority> peers, ForumState until) {

        boolean reaches(ForumState state) {
            return until.hasReached(state);
        }
    }

    /** The real authorities' forums of a year. Bolton's is the first, Bury's is being answered; no peer comes twice. */
    static List<Told> of(Stage stage, StagedYear year) {
        var real = stage.real(year);
        var order = new ArrayList<>(real);
        move(order, "Bolton", 0);
        move(order, "Bury", Math.min(ANSWERED, order.size() - 1));
        var used = new HashSet<LocalDate>();
        var told = new ArrayList<Told>();
        for (int place = 0; place < order.size(); place++) {
            var authority = order.get(place);
            var until = year.isThisYear() ? until(place) : ForumState.HELD;
            if (until == ForumState.CANCELLED) {
                continue;
            }
            LocalDate day = null;
            if (!year.isThisYear() || place < PLANNED) {
                day = year.day(-7 + 3 * place);
                while (!used.add(day)) {
                    day = WorkingDays.after(day, 1);
                }
            }
            told.add(new Told(authority, day, peers(real, authority, year), until));
        }
        return told;
    }

    private static ForumState until(int place) {
        if (place < HELD) {
            return ForumState.HELD;
        } else if (place < ANSWERED) {
            return ForumState.RESPONSES_IN;
        } else if (place < ASKED) {
            return ForumState.QUESTIONS_ISSUED;
        } else if (place < PACKED) {
            return ForumState.PACK_ISSUED;
        } else if (place < CONFIRMED) {
            return ForumState.PANEL_CONFIRMED;
        }
        return place <= PLANNED ? ForumState.PLANNED : ForumState.CANCELLED;
    }

    private static List<LocalAuthority> peers(List<LocalAuthority> real, LocalAuthority authority, StagedYear year) {
        int at = real.indexOf(authority);
        boolean bolton = authority.name().equals("Bolton");
        int howMany = bolton ? 7 : 4 + at % 3;
        int from = year.isThisYear() ? 9 : 1;
        var peers = new ArrayList<LocalAuthority>();
        for (int step = 0; step < howMany; step++) {
            peers.add(real.get((at + from + step) % real.size()));
        }
        if (bolton && year.isThisYear()) {
            real.stream()
                    .filter(one -> one.name().equals("Wigan") && !peers.contains(one))
                    .findFirst()
                    .ifPresent(wigan -> peers.set(peers.size() - 1, wigan));
        }
        return peers;
    }

    private static void move(List<LocalAuthority> order, String name, int to) {
        order.stream().filter(one -> one.name().equals(name)).findFirst().ifPresent(one -> {
            order.remove(one);
            order.add(Math.min(to, order.size()), one);
        });
    }
}
