package uk.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.house.TestClock;
import uk.slipway.house.Visitor;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.RegionCode;

/**
 * The story of one year, chapter by chapter, as {@link AnnualCycleJourneyTests} tells it. The authority whose year it is,
 * is a made-up one, so that nothing is said about a real authority; the people are made up too.
 */
final class AnnualCycleStory implements AutoCloseable {

    private static final String AUTHORITY = "Exampleton";
    private static final String IN_LISTS = AUTHORITY + " (fictitious)";
    private static final String REGION = "North West regional team";
    private static final String STRENGTH = "Example strength: care leavers help to train new social workers.";
    private static final String DISPUTED = "Example area: too few assessments hear the child.";
    private static final String AUTHORITYS_WORDS =
            "Example area: assessments of young children hear the child too seldom.";
    private static final String KEPT = "Example area: supervision is recorded in different ways.";
    private static final String KEY_LINE = "Example: how do leaders know that return interviews change plans?";
    private static final String STEP = "Example step: audit twenty assessments of children under five.";
    private static final String PASSWORD = "teapot-meadow-crane";

    /** Everybody in the story: who they are, and who invites them. */
    private enum Person {
        ADMINISTRATOR("Administrator", "admin@slipway.example", Role.ADMINISTRATOR, REGION),
        MANAGER("Morgan Hill", "manager@region.example", Role.REGIONAL_MANAGER, REGION),
        DATA_LEAD("Drew Fell", "data@region.example", Role.DATA_LEAD, REGION),
        SPECIALIST("Sam Beck", "specialist@region.example", Role.APPOINTEE, REGION),
        ACCOUNT_MANAGER("Ashley Ford", "accounts@exampleton.example", Role.ACCOUNT_MANAGER, AUTHORITY),
        OFFICER("Olive Shore", "officer@exampleton.example", Role.LA_OFFICER, AUTHORITY),
        DIRECTOR("Dana Marsh", "director@exampleton.example", Role.DIRECTOR, AUTHORITY),
        CHIEF_EXECUTIVE("Chris Vale", "chief-executive@exampleton.example", Role.CHIEF_EXECUTIVE, AUTHORITY),
        LEAD_MEMBER("Lee Moor", "lead-member@exampleton.example", Role.LEAD_MEMBER, AUTHORITY),
        PEER("Wren Adler", "director@wigan.example", Role.DIRECTOR, "Wigan"),
        SECOND_PEER("Bryn Lowe", "director@bury.example", Role.DIRECTOR, "Bury"),
        OFSTED("Indira Cole", "inspector@ofsted.example", Role.OFSTED_COLLEAGUE, "Ofsted"),
        READER("Robin Wold", "reader@elsewhere.example", Role.READER, "West Midlands regional team");

        private final String fullName;
        private final String email;
        private final Role role;
        private final String organisation;

        Person(String fullName, String email, Role role, String organisation) {
            this.fullName = fullName;
            this.email = email;
            this.role = role;
            this.organisation = organisation;
        }
    }

    private final Supplier<Visitor> newVisitor;
    private final AccountsFixtures accounts;
    private final TestClock clock;
    private final Map<Person, Visitor> people = new EnumMap<>(Person.class);
    private String selfEvaluation = "";
    private String forum = "";
    private String conversation = "";

    AnnualCycleStory(
            Supplier<Visitor> newVisitor,
            AccountsFixtures accounts,
            AddFictitiousAuthorities fictitiousAuthorities,
            TestClock clock) {
        this.newVisitor = newVisitor;
        this.accounts = accounts;
        this.clock = clock;
        fictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of(AUTHORITY));
    }

    void everybodyIsInvited() {
        itIs(2026, Month.SEPTEMBER, 7);
        var link = accounts.firstAdministratorsInvitation(Person.ADMINISTRATOR.email);
        accepts(Person.ADMINISTRATOR, link);
        as(Person.ADMINISTRATOR).signIn(Person.ADMINISTRATOR.email, PASSWORD);
        invites(Person.ADMINISTRATOR, Person.MANAGER, "Regional manager", REGION);
        invites(Person.ADMINISTRATOR, Person.ACCOUNT_MANAGER, "Account manager", AUTHORITY);
        invites(Person.ADMINISTRATOR, Person.SPECIALIST, "No role: to be appointed, such as a specialist", REGION);
        as(Person.ACCOUNT_MANAGER).signIn(Person.ACCOUNT_MANAGER.email, PASSWORD);
        invites(Person.ACCOUNT_MANAGER, Person.OFFICER, "Local authority officer", null);
        for (var person : Person.values()) {
            if (!people.containsKey(person)) {
                // Invited in the same way: what is told once need not be told thirteen times.
                accounts.canSignIn(person.fullName, person.email, person.role, person.organisation, PASSWORD);
                people.put(person, newVisitor.get());
            }
            if (person != Person.SPECIALIST && person != Person.ADMINISTRATOR && person != Person.ACCOUNT_MANAGER) {
                as(person).signIn(person.email, PASSWORD).sees(person.fullName);
            }
        }
        as(Person.ACCOUNT_MANAGER).open("/").goTo("People").sees("Olive Shore").picture("account-manager-people");
        as(Person.READER).open("/").sees("Nothing has been published yet.").picture("reader-home");
        appoints(Person.OFSTED, "Ofsted link", AUTHORITY);
        appoints(Person.SPECIALIST, "Strategic performance and data group", REGION);
        as(Person.SPECIALIST).signIn(Person.SPECIALIST.email, PASSWORD).sees(Person.SPECIALIST.fullName);
        as(Person.ADMINISTRATOR).open("/");
    }

    void theManagerOpensTheYear() {
        as(Person.MANAGER)
                .open("/")
                .sees("No year is open yet")
                .follow("All years")
                .press("Set up the next year")
                .press("Save and look at the timetable")
                .press("Open the year")
                .press("Open the year")
                .sees("The year 2026/27 is open")
                .picture("manager-timetable");
        as(Person.MANAGER).open("/");
        as(Person.OFFICER).open("/");
    }

    void eachSignatorySignsTheMemorandum() {
        itIs(2026, Month.SEPTEMBER, 14);
        for (var signatory : List.of(Person.DIRECTOR, Person.CHIEF_EXECUTIVE, Person.LEAD_MEMBER)) {
            as(signatory)
                    .open("/cycles/current")
                    .follow("Read it and see who has signed")
                    .choose("I have read the memorandum and agree to it");
            as(signatory).press("Sign the memorandum").sees(signatory.fullName);
        }
        as(Person.MANAGER).open("/cycles/2026-27/memorandum").sees("Memorandum of understanding");
    }

    void theOfficerWritesTheSelfEvaluation() {
        itIs(2026, Month.OCTOBER, 5);
        var officer = as(Person.OFFICER).open("/").goTo("Self-evaluation").press("Start now");
        selfEvaluation = officer.path();
        for (var section : List.of("Your area and its children", "Progress since last year")) {
            officer.follow(section)
                    .fill("What do you want to say?", "Example text: " + section + ".")
                    .choose("This section is complete")
                    .press("Save")
                    .open(selfEvaluation);
        }
        for (var area : List.of(
                "Impact of leaders on social work practice",
                "Children who need help and protection",
                "Children in care",
                "Care leavers")) {
            officer.follow(area)
                    .fill("What do you want to say?", "We know this from **audits** and from children.")
                    .press("Add a strength")
                    .fill("Add a strength", "Example strength: what is good in " + area + ".")
                    .press("Save")
                    .press("Add an area for development")
                    .fill("Add an area for development", "Example area: what is to be better in " + area + ".")
                    .press("Save")
                    .press("Add evidence")
                    .choose("Audit")
                    .fill("What is it?", "Example audit of 40 case files, summer term")
                    .press("Add evidence")
                    .picture("officer-section")
                    .choose("This section is complete")
                    .press("Save and preview")
                    .open(selfEvaluation);
        }
        officer.follow("Plans for the next twelve months")
                .fill("What do you want to say?", "Example plan: a second audit in spring.")
                .choose("This section is complete")
                .press("Save")
                .open(selfEvaluation)
                .sees("7 of 7 sections are complete.")
                .picture("officer-tasks");
        as(Person.MANAGER)
                .open("/self-evaluations")
                .seesNothingOf("Example strength")
                .isAnswered(404, selfEvaluation + "/read");
    }

    void theDirectorReturnsItAndTheOfficerMendsIt() {
        itIs(2026, Month.OCTOBER, 19);
        as(Person.OFFICER).open(selfEvaluation).press("Send for review").press("Send for review");
        itIs(2026, Month.OCTOBER, 20);
        as(Person.DIRECTOR)
                .open("/")
                .open(selfEvaluation)
                .press("Return it to its author")
                .fill("What has to change?", "Say what care leavers told us.")
                .press("Return it");
        itIs(2026, Month.OCTOBER, 21);
        as(Person.OFFICER)
                .open(selfEvaluation)
                .sees("Say what care leavers told us.")
                .follow("Care leavers")
                .press("Add evidence")
                .choose("Child’s voice")
                .fill("What is it?", "Example: what twelve care leavers said in September")
                .press("Add evidence")
                .open(selfEvaluation)
                .press("Send for review")
                .press("Send for review");
    }

    void itIsApprovedSignedAndSubmitted() {
        itIs(2026, Month.OCTOBER, 22);
        as(Person.DIRECTOR)
                .open(selfEvaluation)
                .follow("Read or print the whole text")
                .sees("Example: what twelve care leavers said in September")
                .open(selfEvaluation)
                .press("Approve it")
                .press("Approve it")
                .sees("You have approved it");
        as(Person.LEAD_MEMBER)
                .open(selfEvaluation)
                .press("Sign it")
                .press("Sign it")
                .sees("You have signed it");
        itIs(2026, Month.OCTOBER, 23);
        as(Person.OFFICER)
                .open(selfEvaluation)
                .press("Submit it")
                .sees("The North West regional team, from the moment you submit it")
                .press("Submit it")
                .sees("Submitted. The regional team and its data group can read it now.");
        as(Person.MANAGER)
                .open("/self-evaluations")
                .open(selfEvaluation + "/read")
                .sees("Example strength: what is good in Care leavers.");
        as(Person.OFSTED).isAnswered(404, selfEvaluation + "/read");
    }

    void theManagerPlansTheForum() {
        itIs(2026, Month.NOVEMBER, 9);
        var manager = as(Person.MANAGER)
                .open("/")
                .goTo("Forums")
                .press("Schedule a forum")
                .select("Whose forum is it?", IN_LISTS)
                .fill("Date of the forum", LocalDate.of(2026, Month.DECEMBER, 9))
                .fill("Place", "Example hall, room 2")
                .press("Schedule the forum")
                .sees("is in the plan");
        forum = manager.path();
        manager.press("Put the panel together");
        for (var peer : List.of(Person.PEER, Person.SECOND_PEER)) {
            manager.choose(peer.fullName + ", " + peer.organisation)
                    .press("Put on the panel")
                    .sees(peer.fullName);
        }
        manager.select("Part", "Education specialist")
                .fill("Or the e-mail address of somebody with an account", Person.SPECIALIST.email)
                .press("Put on the panel")
                .select("Part", "Social care lead")
                .select("Person", "Drew Fell, regional data lead")
                .press("Put on the panel")
                .picture("manager-panel")
                .follow("Confirm the panel")
                .press("Confirm the panel")
                .sees("The panel is confirmed.")
                .press("Issue the pack")
                .press("Issue the pack")
                .sees("The pack has been issued to the panel.");
        manager.open("/forums/plan");
    }

    void ofstedAndThePanelAsk() {
        itIs(2026, Month.NOVEMBER, 16);
        as(Person.OFSTED)
                .open("/forums/key-lines")
                .select("For which authority?", IN_LISTS)
                .select("Judgement area", "Children who need help and protection")
                .fill("Key line of enquiry", KEY_LINE)
                .press("Send to the data group")
                .sees("The key line of enquiry has been sent to the data group.");
        as(Person.SPECIALIST).open("/");
        as(Person.PEER)
                .open(selfEvaluation + "/read")
                .sees("Example strength: what is good in Care leavers.")
                .open("/forums")
                .follow(IN_LISTS)
                .picture("panel-forum")
                .press("Write challenge questions")
                .fill("Question", "Example: what do you ask children after a visit?")
                .press("Add the question");
        itIs(2026, Month.NOVEMBER, 19);
        as(Person.DATA_LEAD)
                .open("/")
                .open("/forums/key-lines")
                .follow(AUTHORITY)
                .press("Add to the questions")
                .sees("It is now one of the challenge questions");
        as(Person.MANAGER)
                .open(forum)
                .follow("Issue the questions")
                .press("Issue the questions")
                .sees("The questions have been issued.");
    }

    void theAuthorityAnswers() {
        itIs(2026, Month.DECEMBER, 1);
        var officer = as(Person.OFFICER).open("/").open(forum).press("Write your responses");
        for (int question = 1; question <= 2; question++) {
            officer.follow("Write a response to question " + question)
                    .fill("Your response", "Example response " + question + ", from our audits.");
            officer.press("Save the response");
        }
        officer.press("Send responses").seesNothingOf("Send the responses");
    }

    void theForumIsHeld() {
        itIs(2026, Month.DECEMBER, 9);
        var manager = as(Person.MANAGER)
                .open(forum)
                .press("Record the forum as held")
                .press("The forum was held")
                .press("Write up the forum");
        manager.select(
                "Which challenge question did it come from?",
                "Question 1: Example: what do you ask children after a visit?");
        draft("Strength", STRENGTH, "Care leavers");
        draft("Area for development", DISPUTED, "Children who need help and protection");
        draft("Area for development", KEPT, "Impact of leaders on social work practice");
        manager.fill("Notes of the forum", "Example notes of the morning.")
                .press("Save notes")
                .choose("Wren Adler, Peer Director, Wigan")
                .press("Save attendance")
                .open(forum + "/capture")
                .picture("manager-writes-up-the-forum")
                .open(forum + "/headlines")
                .press("Ask Exampleton to agree");
    }

    void theHeadlinesAreAgreed() {
        itIs(2026, Month.DECEMBER, 14);
        as(Person.OFFICER).open(forum + "/headlines").follow(KEPT);
        as(Person.DIRECTOR)
                .open("/")
                .open(forum + "/headlines")
                .press("Agree: " + STRENGTH)
                .press("Agree: " + KEPT)
                .follow(DISPUTED)
                .fill("Words that you would agree to", AUTHORITYS_WORDS)
                .picture("director-disputes")
                .press("Dispute with these words")
                .sees("You disputed the headline.");
        itIs(2026, Month.DECEMBER, 15);
        as(Person.MANAGER)
                .open("/")
                .open(forum + "/headlines")
                .press("Accept the authority’s words: " + AUTHORITYS_WORDS)
                .sees(AUTHORITYS_WORDS);
    }

    void theDirectorSharesWhatTheyChoose() {
        as(Person.OFSTED).open("/headlines").seesNothingOf(STRENGTH);
        itIs(2026, Month.DECEMBER, 16);
        var director = as(Person.DIRECTOR)
                .open(forum + "/headlines")
                .press("Choose what to share with Ofsted")
                .choose(STRENGTH)
                .choose(AUTHORITYS_WORDS)
                .press("See what Ofsted will see")
                .picture("director-previews");
        var preview = director.read("#shown");
        director.press("Share with Ofsted").sees("This is the receipt.").sees(Person.OFSTED.fullName);
        var receipt = director.path();
        itIs(2026, Month.DECEMBER, 17);
        var ofsted =
                as(Person.OFSTED).open("/").open("/headlines").follow(IN_LISTS).picture("ofsted-shared");
        assertThat(ofsted.read("#shown")).isEqualTo(preview).contains(STRENGTH, AUTHORITYS_WORDS);
        ofsted.seesNothingOf(KEPT)
                .seesNothingOf(DISPUTED)
                .isAnswered(404, selfEvaluation)
                .isAnswered(404, forum + "/headlines");
        director.open(receipt).sees("Opened by").picture("director-receipt");
    }

    void theConversationIsHeld() {
        itIs(2027, Month.JANUARY, 11);
        var ofsted = as(Person.OFSTED)
                .open("/")
                .goTo("Conversations")
                .press("Plan a conversation")
                .sees(STRENGTH)
                .choose("Social care")
                .fill("Date of the conversation", LocalDate.of(2027, Month.FEBRUARY, 10))
                .press("Plan the conversation")
                .sees("The conversation is planned.")
                .sees(AUTHORITYS_WORDS)
                .picture("ofsted-conversation");
        conversation = ofsted.path();
        ofsted.follow("Your side’s private notes")
                .fill("Notes", "Ours, of Ofsted")
                .press("Save notes");
        as(Person.DIRECTOR)
                .open(conversation)
                .follow("Your side’s private notes")
                .seesNothingOf("Ours, of Ofsted")
                .fill("Notes", "Ours, of Exampleton")
                .press("Save notes");
        ofsted.open(conversation + "/notes").seesNothingOf("Ours, of Exampleton");
        itIs(2027, Month.FEBRUARY, 10);
        as(Person.DIRECTOR)
                .open(conversation)
                .fill("The day it was held", LocalDate.of(2027, Month.FEBRUARY, 10))
                .press("Record as held");
        ofsted.open(conversation)
                .fill("What is to be done", STEP)
                .fill("Who does it", "Head of safeguarding")
                .select("Which item of the agenda does it follow from? (optional)", "Agenda: " + STRENGTH)
                .press("Propose");
        as(Person.DIRECTOR)
                .open(conversation)
                .press("Agree to: " + STEP)
                .sees("Agreed by both")
                .press("Close the conversation")
                .sees("The conversation is closed.")
                .follow("See the whole thread: " + STEP)
                .sees("5 things, from a challenge question to a commitment")
                .picture("golden-thread")
                .sees("Example: what do you ask children after a visit?")
                .sees(STRENGTH);
        as(Person.MANAGER).open(conversation).sees("Wednesday 10 February 2027").seesNothingOf(STEP);
    }

    void nextYearStartsFromWhatWasPromised() {
        itIs(2027, Month.SEPTEMBER, 6);
        as(Person.MANAGER)
                .open("/cycles")
                .press("Set up the next year")
                .press("Save and look at the timetable")
                .press("Open the year")
                .press("Open the year");
        as(Person.OFFICER)
                .open("/self-evaluations")
                .press("Start now")
                .follow("Progress since last year")
                .sees(STEP)
                .sees(AUTHORITYS_WORDS)
                .sees(KEPT)
                .picture("officer-commitments")
                .press("Answer to: " + STEP)
                .choose("Met")
                .fill("What happened? (optional)", "Example: twenty were audited in May.")
                .press("Save the answer")
                .sees("Answered: met");
        for (var person : Person.values()) {
            as(person).open("/");
        }
    }

    @Override
    public void close() {
        people.values().forEach(Visitor::close);
    }

    private void itIs(int year, Month month, int day) {
        clock.moveTo(LocalDate.of(year, month, day));
    }

    private Visitor as(Person person) {
        return Objects.requireNonNull(people.get(person), person + " has not been invited yet");
    }

    private void invites(Person inviter, Person joiner, String role, @Nullable String organisation) {
        var form = as(inviter).open("/").goTo("People").press("Invite somebody");
        form.fill("Name", joiner.fullName).fill("E-mail address", joiner.email).select("Role", role);
        if (organisation != null) {
            form.select("Organisation", organisation);
        }
        if (joiner == Person.MANAGER) {
            form.picture("administrator-invites");
        }
        form.press("Send the invitation").sees(joiner.fullName);
        accepts(
                joiner,
                form.open("/development/mail")
                        .page()
                        .locator("section:has-text('" + joiner.email + "') a")
                        .first()
                        .getAttribute("href"));
    }

    private void accepts(Person joiner, String link) {
        var visitor = newVisitor.get();
        people.put(joiner, visitor);
        visitor.open(link.replaceFirst("^https?://[^/]+", ""))
                .fill("Password", PASSWORD)
                .press("Save the password");
    }

    private void draft(String kind, String words, String area) {
        as(Person.MANAGER)
                .choose(kind)
                .fill("Headline", words)
                .select("Judgement area", area)
                .press("Draft this headline")
                .sees(words);
    }

    private void appoints(Person person, String kind, String where) {
        as(Person.ADMINISTRATOR)
                .open("/accounts")
                .follow(person.fullName)
                .press("Appoint")
                .choose(kind)
                .select("In or for which organisation?", where)
                .press("Save")
                .sees("The appointment is made");
    }
}
