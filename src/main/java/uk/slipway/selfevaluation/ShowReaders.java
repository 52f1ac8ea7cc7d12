package uk.slipway.selfevaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import uk.slipway.accounts.Appointed;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.Organisations;
import uk.slipway.web.NotFound;

/** Names the people who will read a self-evaluation once it is submitted, for the page before the button. */
@UseCase(readOnly = true)
class ShowReaders {

    /**
     * An audience and who is in it today.
     *
     * @param who the audience and from when it reads, as a sentence
     * @param people each by name, with part and authority or organisation
     * @param nobody what to say where nobody is in it
     */
    record Readers(String who, List<String> people, String nobody) {

        /** As the share keeps it. */
        String inWords() {
            return who + " " + (people.isEmpty() ? nobody : String.join("; ", people) + ".");
        }
    }

    private final Reading reading;
    private final Directory directory;
    private final Organisations organisations;
    private final ObjectProvider<PanelReaders> panels;

    ShowReaders(
            Reading reading, Directory directory, Organisations organisations, ObjectProvider<PanelReaders> panels) {
        this.reading = reading;
        this.directory = directory;
        this.organisations = organisations;
        this.panels = panels;
    }

    /** @throws NotFound when it is not the viewer's authority's */
    List<Readers> of(SelfEvaluationId id, Viewer viewer) {
        var head = reading.head(id, viewer)
                .filter(found -> viewer.worksFor(found.authority()))
                .orElseThrow(NotFound::new);
        var region = viewer.region();
        if (region == null) {
            throw new NotFound();
        }
        var team = organisations.regionalTeamOf(region);
        var regional = Stream.of(Role.REGIONAL_MANAGER, Role.DATA_LEAD)
                .flatMap(role -> directory.holding(role, team.id()).stream()
                        .map(person -> person.name() + ", " + role.inWords().toLowerCase(java.util.Locale.UK)))
                .toList();
        var appointed = directory.appointedTo(team.id().value(), Set.of(AppointmentKind.DATA_GROUP));
        var posts = directory.postsOf(appointed.stream()
                .map(Appointed::person)
                .map(person -> person.account())
                .toList());
        var group = appointed.stream()
                .map(Appointed::person)
                .map(person -> posts.containsKey(person.account())
                        ? person.name() + ", " + posts.get(person.account())
                        : person.name() + ", by appointment")
                .distinct()
                .toList();
        var panel = new ArrayList<String>();
        panels.ifAvailable(known -> panel.addAll(known.ofForum(head.authority(), head.cycle())));
        return List.of(
                new Readers(
                        "The " + team.name() + ", from the moment you submit it:",
                        regional,
                        "nobody holds a role in it today."),
                new Readers(
                        "Its strategic performance and data group, from the same moment:",
                        group,
                        "nobody is a member today."),
                new Readers(
                        "The panel of " + head.authorityName() + "’s peer challenge forum, while it is its panel:",
                        panel,
                        "it is not confirmed yet. The forum’s page names its people once it is."));
    }
}
