package uk.slipway.threads;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.RecordRef;
import uk.slipway.web.Crumb;
import uk.slipway.web.Words;

/** The golden thread of anything that has one. */
@Controller
@ThreadReaders
class ThreadsController {

    private static final int TITLE_LENGTH = 60;

    private final FollowThread follow;
    private final RemoveLink removeLink;
    private final Words words = new Words();

    ThreadsController(FollowThread follow, RemoveLink removeLink) {
        this.follow = follow;
        this.removeLink = removeLink;
    }

    @GetMapping("/threads/{kind}/{id}")
    ModelAndView thread(@PathVariable String kind, @PathVariable UUID id, Viewer viewer) {
        return new ModelAndView(
                "threads/thread", Map.of("page", page(follow.of(new RecordRef(kind, id), viewer), viewer)));
    }

    @PostMapping("/threads/{kind}/{id}/links/{link}/remove")
    ModelAndView remove(
            @PathVariable String kind,
            @PathVariable UUID id,
            @PathVariable UUID link,
            Viewer viewer,
            RedirectAttributes flash) {
        removeLink.remove(new RecordRef(kind, id), new LinkId(link), viewer);
        flash.addFlashAttribute("success", "The link is gone. What it tied stays as it is.");
        return new ModelAndView("redirect:/threads/" + kind + "/" + id);
    }

    private ThreadPage page(GoldenThread thread, Viewer viewer) {
        var things = new HashMap<RecordRef, GoldenThread.Thing>();
        thread.things().forEach(thing -> things.put(thing.record(), thing));
        var here = java.util.Objects.requireNonNull(things.get(thread.start())).summary();
        return new ThreadPage(
                "Golden thread: " + here.what() + ", " + cut(here.words()) + ", " + here.whose(),
                here.whose(),
                finding(thread),
                "/threads/" + thread.start().kind() + "/" + thread.start().id(),
                here.address(),
                here.what().toLowerCase(Locale.UK),
                ThreadPicture.of(thread),
                thread.things().stream()
                        .map(thing -> item(thing, thread, things))
                        .toList(),
                thread.links().stream()
                        .filter(link -> viewer.organisation().equals(link.removableBy()))
                        .map(link -> new ThreadPage.Removable(
                                link.id().value(),
                                called(things, link.made()) + " was made from "
                                        + lowerFirst(called(things, link.from())),
                                link.madeBy() + ", " + words.shortDate(link.madeAt())))
                        .toList(),
                thread.more(),
                List.of("You see of a thread what you may see on each thing’s own page. Somebody else may see more of"
                        + " it, or less."),
                List.of(new Crumb("Home", "/")));
    }

    private ThreadPage.Item item(
            GoldenThread.Thing thing, GoldenThread thread, Map<RecordRef, GoldenThread.Thing> things) {
        var summary = thing.summary();
        return new ThreadPage.Item(
                anchor(thing.record()),
                summary.what(),
                summary.words(),
                summary.whose(),
                summary.on() == null ? null : words.shortDate(summary.on()),
                summary.state(),
                summary.since(),
                summary.address(),
                thing.record().equals(thread.start()),
                thread.links().stream()
                        .filter(link -> link.made().equals(thing.record()))
                        .map(link -> new ThreadPage.From(anchor(link.from()), lowerFirst(called(things, link.from()))))
                        .toList());
    }

    private String finding(GoldenThread thread) {
        if (thread.things().size() == 1) {
            return "This was made from nothing else, and nothing has been made from it yet.";
        }
        var first = thread.things().getFirst().summary();
        var last = thread.things().getLast().summary();
        return words.count(thread.things().size(), "thing", "things") + ", from " + indefinite(first.what()) + " to "
                + indefinite(last.what());
    }

    private static String indefinite(String what) {
        var lower = lowerFirst(what);
        return ("aeiou".indexOf(lower.charAt(0)) >= 0 ? "an " : "a ") + lower;
    }

    private static String called(Map<RecordRef, GoldenThread.Thing> things, RecordRef record) {
        var summary = java.util.Objects.requireNonNull(things.get(record)).summary();
        return summary.what() + " “" + cut(summary.words()) + "”";
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String cut(String text) {
        var flat = text.strip().replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= TITLE_LENGTH
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, TITLE_LENGTH)).strip() + "…";
    }

    private static String anchor(RecordRef record) {
        return record.kind() + "-" + record.id();
    }
}
