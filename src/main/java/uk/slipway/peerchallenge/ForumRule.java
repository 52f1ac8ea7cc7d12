package uk.slipway.peerchallenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.kernel.WorkingDays;

/** Something a forum's day or panel has to keep to. Each rule has words for what it finds. */
sealed interface ForumRule {

    /** What the proposal breaks of this rule; nothing when it keeps to it. */
    List<Concern> check(Proposal proposal, Surroundings around);

    /** Every rule, those that stop first. */
    List<ForumRule> ALL = List.of(
            new OwnAuthority(),
            new ConflictDeclared(),
            new TooManyPeers(),
            new OnAWorkingDay(),
            new InsideTheWindow(),
            new InTwoPlacesAtOnce(),
            new LastYearsPeer(),
            new MissingSpecialist(),
            new FairLoad());

    /** What a proposal breaks of all rules. */
    static List<Concern> checkAll(Proposal proposal, Surroundings around) {
        return ALL.stream()
                .flatMap(rule -> rule.check(proposal, around).stream())
                .toList();
    }

    /** A Director does not challenge the authority they direct. */
    final class OwnAuthority implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            return proposal.seats().stream()
                    .filter(seat -> proposal.authority().equals(seat.from()))
                    .map(seat -> Concern.stops(
                            "Own authority",
                            seat.name() + " works for " + proposal.authorityName() + " and cannot be its peer.",
                            seat.account()))
                    .toList();
        }
    }

    /** Who has declared a conflict with an authority does not challenge it. */
    final class ConflictDeclared implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            return proposal.seats().stream()
                    .filter(seat -> around.conflicts()
                            .getOrDefault(seat.account(), Set.of())
                            .contains(proposal.authority()))
                    .map(seat -> Concern.stops(
                            "Declared conflict",
                            seat.name() + " has declared a conflict of interest with " + proposal.authorityName() + ".",
                            seat.account()))
                    .toList();
        }
    }

    /** The year's cycle says how many peers there are at most. */
    final class TooManyPeers implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            long peers = proposal.seats().stream().filter(Proposal.Seat::isPeer).count();
            int most = around.shape().maximumPeers();
            return peers <= most
                    ? List.of()
                    : List.of(Concern.stops(
                            "Too many peers",
                            "The panel would have " + peers + " peer Directors. This year a panel has at most " + most
                                    + ".",
                            null));
        }
    }

    /** A forum is held on a working day. */
    final class OnAWorkingDay implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            var day = proposal.day();
            if (day == null || WorkingDays.isWorkingDay(day)) {
                return List.of();
            }
            return List.of(
                    WorkingDays.isBankHoliday(day)
                            ? Concern.warns("Bank holiday", SpokenDay.of(day) + " is a bank holiday.", null)
                            : Concern.warns("Weekend", SpokenDay.of(day) + " is at a weekend.", null));
        }
    }

    /** Forums lie between the two dates that the year's cycle gives. */
    final class InsideTheWindow implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            var day = proposal.day();
            if (day == null || (!day.isBefore(around.windowFrom()) && !day.isAfter(around.windowTo()))) {
                return List.of();
            }
            return List.of(Concern.warns(
                    "Outside the forums’ dates",
                    SpokenDay.of(day) + " is outside this year’s dates for forums, " + SpokenDay.of(around.windowFrom())
                            + " to " + SpokenDay.of(around.windowTo()) + ".",
                    null));
        }
    }

    /** Nobody sits in two forums at the same time. */
    final class InTwoPlacesAtOnce implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            var found = new ArrayList<Concern>();
            for (var seat : proposal.seats()) {
                for (var other : around.of(seat.account())) {
                    if (!other.forum().equals(proposal.forum())
                            && Sitting.clash(
                                    proposal.day(),
                                    proposal.startsAt(),
                                    proposal.endsAt(),
                                    other.day(),
                                    other.startsAt(),
                                    other.endsAt())) {
                        found.add(Concern.warns(
                                "In two places at once",
                                seat.name() + " sits on the panel for " + other.authorityName() + " at the same time.",
                                seat.account()));
                    }
                }
            }
            return found;
        }
    }

    /** A peer does not challenge the same authority two years running. */
    final class LastYearsPeer implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            return proposal.seats().stream()
                    .filter(Proposal.Seat::isPeer)
                    .filter(seat -> around.lastYears()
                            .getOrDefault(seat.account(), Set.of())
                            .contains(proposal.authority()))
                    .map(seat -> Concern.warns(
                            "Last year’s peer",
                            seat.name() + " was a peer for " + proposal.authorityName() + " last year.",
                            seat.account()))
                    .toList();
        }
    }

    /** The year's cycle says which specialists a panel has. */
    final class MissingSpecialist implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            var found = new ArrayList<Concern>();
            if (around.shape().educationSpecialist() && lacks(proposal, AppointmentKind.EDUCATION_SPECIALIST)) {
                found.add(Concern.warns("Missing specialist", "The panel has no education specialist yet.", null));
            }
            if (around.shape().socialCareLead() && lacks(proposal, AppointmentKind.SOCIAL_CARE_LEAD)) {
                found.add(Concern.warns("Missing specialist", "The panel has no regional social care lead yet.", null));
            }
            return found;
        }

        private static boolean lacks(Proposal proposal, AppointmentKind part) {
            return proposal.seats().stream().noneMatch(seat -> seat.part() == part);
        }
    }

    /** Every Director gives about as many days as the others. */
    final class FairLoad implements ForumRule {
        @Override
        public List<Concern> check(Proposal proposal, Surroundings around) {
            double average = around.averageLoad();
            return proposal.seats().stream()
                    .filter(Proposal.Seat::isPeer)
                    .filter(seat -> around.loadOf(seat.account()) > average + 2)
                    .map(seat -> Concern.tells(
                            "Fair load",
                            seat.name() + " sits on " + around.loadOf(seat.account())
                                    + " panels this year; the average is " + Math.round(average) + ".",
                            seat.account()))
                    .toList();
        }
    }
}
