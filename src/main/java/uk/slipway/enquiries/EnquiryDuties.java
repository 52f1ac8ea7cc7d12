package uk.slipway.enquiries;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.web.Words;

/** What those who work on enquiries owe. One statement. */
@Component
class EnquiryDuties implements Duties {

    private static final Words WORDS = new Words();

    private final EnquiryRows enquiries;

    EnquiryDuties(EnquiryRows enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        if (!viewer.is(Role.FRONT_DOOR_ADVISER) && !viewer.is(Role.FOSTERING_OFFICER)) {
            return List.of();
        }
        var owed = enquiries.owed(viewer);
        var duties = new ArrayList<Duty>();
        if (owed.notContacted() > 0) {
            duties.add(new Duty(
                    "Contact " + WORDS.count(owed.notContacted(), "person", "people") + " who asked about fostering",
                    "/enquiries?stage=ENQUIRY",
                    owed.contactBy(),
                    Duty.Kind.OWED));
        }
        if (owed.offered() > 0) {
            duties.add(new Duty(
                    "Accept or decline " + WORDS.count(owed.offered(), "hand-over", "hand-overs")
                            + " of a fostering enquiry",
                    "/enquiries?state=offered",
                    null,
                    Duty.Kind.OWED));
        }
        if (owed.actions() > 0) {
            duties.add(new Duty(
                    "Do what is planned for " + WORDS.count(owed.actions(), "fostering enquiry", "fostering enquiries"),
                    "/enquiries",
                    owed.actionBy(),
                    Duty.Kind.OWED));
        }
        if (owed.declined() > 0) {
            duties.add(new Duty(
                    WORDS.count(owed.declined(), "hand-over was", "hand-overs were") + " declined: find another way",
                    "/enquiries?state=declined",
                    null,
                    Duty.Kind.OWED));
        }
        if (owed.apart() > 0) {
            duties.add(new Duty(
                    "Look at " + WORDS.count(owed.apart(), "enquiry", "enquiries") + " held apart",
                    "/enquiries?state=apart",
                    null,
                    Duty.Kind.WAITING));
        }
        return duties;
    }
}
