package uk.slipway.peerchallenge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Option;

/** The authorities of a viewer's region that are not their own, to choose from. */
@UseCase(readOnly = true)
class AuthoritiesToName {

    private final LocalAuthorities authorities;
    private final Clock clock;

    AuthoritiesToName(LocalAuthorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    List<Option> besides(Viewer viewer) {
        var region = viewer.region();
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Choose an authority"));
        if (region != null) {
            authorities.in(region, LondonTime.today(clock)).stream()
                    .filter(one -> !one.id().equals(viewer.authority()))
                    .forEach(one -> options.add(Option.of(one.id().value().toString(), one.label())));
        }
        return options;
    }
}
