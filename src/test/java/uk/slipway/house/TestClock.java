package uk.slipway.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.StagedClock;

/** A clock that a test sets and moves. Every test starts on Monday 23 November 2026, ten in the morning in England. */
public class TestClock extends Clock {

    public static final Instant START =
            LocalDate.of(2026, 11, 23).atTime(10, 0).atZone(LondonTime.ZONE).toInstant();

    private Instant now = START;

    /** The same staging as in production, on top of this clock. */
    private final Clock staged = new StagedClock(new Clock() {
        @Override
        public ZoneId getZone() {
            return LondonTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    public void reset() {
        now = START;
    }

    public void moveTo(LocalDate day) {
        now = day.atTime(LocalTime.of(10, 0)).atZone(LondonTime.ZONE).toInstant();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return LondonTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return staged.instant();
    }
}
