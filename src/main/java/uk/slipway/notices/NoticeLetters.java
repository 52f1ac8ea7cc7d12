package uk.slipway.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Directory;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.placements.PlacementView;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Words;

/** What a notice says, made from the record, and the messages around it, which say nothing of the child. */
@Component
class NoticeLetters {

    private static final Words WORDS = new Words();
    private static final String REGULATIONS = "the Care Planning, Placement and Case Review (England) Regulations 2010";

    private final LocalAuthorities authorities;
    private final Directory directory;
    private final Messages messages;

    NoticeLetters(LocalAuthorities authorities, Directory directory, Messages messages) {
        this.authorities = authorities;
        this.directory = directory;
        this.messages = messages;
    }

    /** One line of a notice. */
    record Fact(String name, String words) {}

    /** A notice without what it says of the child. */
    record Letter(String title, String lead, List<Fact> facts, String from) {}

    Letter of(StatutoryNotice notice, PlacementView placement) {
        var placing = authorities.get(placement.placing()).name();
        var people = directory.named(Stream.of(placement.socialWorker(), placement.reviewingOfficer())
                .filter(Objects::nonNull)
                .toList());
        boolean ending = notice.regulation() == Regulation.ENDING;
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Reference", placement.reference()));
        facts.add(new Fact("Responsible for the child", placing));
        facts.add(new Fact(
                "Fostering service", authorities.get(placement.fostering()).name()));
        facts.add(new Fact(
                "The home is in the area of", authorities.get(placement.area()).name()));
        facts.add(new Fact("Where", placement.locality().inWords()));
        facts.add(new Fact(
                "For",
                WORDS.count(placement.children(), "child", "children") + ", " + placement.ageBand()
                        + " (the youngest)"));
        facts.add(
                placement.startedOn() == null
                        ? new Fact("Starts", WORDS.date(placement.startsOn()))
                        : new Fact("Started", WORDS.date(placement.startedOn())));
        facts.add(new Fact("How it is made", placement.route().inWords()));
        if (placement.endedOn() != null) {
            facts.add(new Fact("Ended", WORDS.date(placement.endedOn())));
        }
        var worker = people.get(placement.socialWorker());
        if (worker != null) {
            facts.add(new Fact("Social worker", worker.name() + ", " + worker.email()));
        }
        var reviewing = placement.reviewingOfficer() == null ? null : people.get(placement.reviewingOfficer());
        if (reviewing != null) {
            facts.add(new Fact("Independent Reviewing Officer", reviewing.name() + ", " + reviewing.email()));
        }
        var title = ending
                ? placement.endedOn() == null
                        ? "Notice that a placement is to end"
                        : "Notice that a placement has ended"
                : "Notice of a placement with foster carers";
        return new Letter(
                title,
                placing + " gives this notice to " + recipient(notice) + " under regulation "
                        + (ending ? "14(2)(c)" : notice.kind().provision()) + " of " + REGULATIONS + ".",
                facts,
                placing);
    }

    /** By name and as whom the law means them; by the latter alone where nothing else was written down. */
    private static String recipient(StatutoryNotice notice) {
        var kind = ClockPages.lower(notice.kind().inWords());
        return notice.name().isEmpty() || notice.name().equals(notice.kind().inWords())
                ? kind
                : notice.name() + " (" + kind + ")";
    }

    /** Tells the recipient that a notice waits behind a link. Nothing of the child. */
    void tell(StatutoryNotice notice, PlacementView placement, String link) {
        var placing = authorities.get(placement.placing()).name();
        messages.send(
                new Recipient(notice.name(), address(notice)),
                "A statutory notice from " + placing + ", " + placement.reference(),
                """
                Dear %s

                %s has a notice for you that the law asks it to give in writing when a child is placed with foster
                carers, or when a placement ends. Please open it and say that you have received it:

                %s

                The link is for you alone. It works for %d days, shows this notice and nothing else, and needs no account.
                %s
                If you are not the person this was meant for, do not open it, and answer the person who sent it to you.
                """.formatted(
                                notice.name(),
                                placing,
                                link,
                                NoticeLinks.HOLDS.toDays(),
                                notice.carriesParticulars()
                                        ? "The notice says who the child is. Before it does, we send a code to "
                                                + masked(codeAddress(notice)) + ".\n"
                                        : ""));
    }

    /** Sends a code to the address that was known before. */
    void sendCode(StatutoryNotice notice, String code) {
        messages.send(
                new Recipient(notice.name(), codeAddress(notice)), "Your code for a statutory notice", """
                    Dear %s

                    Your code is %s %s. It works for %d minutes, on the page that asked for it.

                    If you did not ask for it, you need not do anything: without it the notice stays closed.
                    """.formatted(
                        notice.name(), code.substring(0, 3), code.substring(3), NoticeLinks.CODE_HOLDS.toMinutes()));
    }

    static String codeAddress(StatutoryNotice notice) {
        return notice.codeEmail() == null ? address(notice) : notice.codeEmail();
    }

    private static String address(StatutoryNotice notice) {
        return Objects.requireNonNull(notice.email(), "A notice on paper is not sent");
    }

    /** Enough of an address to know it by: {@code r…@bolton.example}. */
    static String masked(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "…" : email.charAt(0) + "…" + email.substring(at);
    }
}
