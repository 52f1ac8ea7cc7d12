package uk.slipway.accounts;

import org.springframework.stereotype.Component;

/** Finds the viewer a person is in their first role, outside a request: for the demonstration's scenes. */
@Component
public class SignInAs {

    private final People people;
    private final Viewers viewers;

    SignInAs(People people, Viewers viewers) {
        this.people = people;
        this.viewers = viewers;
    }

    /**
     * The person with this address, as they are on the day of the clock.
     *
     * @throws IllegalArgumentException when nobody with that address has a role or appointment then
     */
    public Viewer email(String email) {
        var person = (SignedInPerson) people.loadUserByUsername(email);
        return viewers.viewer(person.account(), null)
                .orElseThrow(() -> new IllegalArgumentException(email + " holds no role on that day"));
    }
}
