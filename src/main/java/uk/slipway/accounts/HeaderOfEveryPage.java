package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import uk.slipway.web.Chrome;
import uk.slipway.web.ChromeSource;
import uk.slipway.web.NavigationItem;

/** Says in the header of every page who is signed in, for whom they act, and where that role can go. */
@Component
class HeaderOfEveryPage implements ChromeSource {

    private final CurrentViewer currentViewer;
    private final List<NavigationEntry> entries;
    private final boolean demonstration;

    HeaderOfEveryPage(CurrentViewer currentViewer, ObjectProvider<NavigationEntry> entries, Environment environment) {
        this.currentViewer = currentViewer;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::label))
                .toList();
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    @Override
    public Chrome chromeFor(HttpServletRequest request) {
        var viewer = currentViewer.of(request);
        return viewer.map(person -> new Chrome(
                        person.name(),
                        person.actingAs(),
                        currentViewer.capacities(request).size() > 1,
                        navigation(person),
                        demonstration,
                        "/acting-as",
                        "/sign-out"))
                .orElseGet(() -> Chrome.signedOut(demonstration));
    }

    private List<NavigationItem> navigation(Viewer viewer) {
        var paths = new HashSet<String>();
        return Stream.concat(Stream.of(NavigationEntry.forEverybody("Home", "/", 0)), entries.stream())
                .filter(entry -> entry.isFor(viewer) && paths.add(entry.path()))
                .map(entry -> new NavigationItem(entry.label(), entry.path()))
                .toList();
    }
}
