package uk.slipway.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The machine's clock, unless the running code has been put at another moment. The demonstration tells two years of a
 * region through the real use cases and needs each of them to happen on its day; scoped to the calling code, so that a
 * request served meanwhile still sees the real time.
 */
public final class StagedClock extends Clock {

    private static final ScopedValue<Instant> STAGED = ScopedValue.newInstance();

    private final Clock real;

    public StagedClock(Clock real) {
        this.real = real;
    }

    /** Runs something as if it were the given moment; as of now where that moment is still to come. */
    public static void at(Instant moment, Runnable scene) {
        ScopedValue.where(STAGED, moment).run(scene);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StagedClock(real.withZone(zone));
    }

    @Override
    public Instant instant() {
        var now = real.instant();
        return STAGED.isBound() && STAGED.get().isBefore(now) ? STAGED.get() : now;
    }
}
