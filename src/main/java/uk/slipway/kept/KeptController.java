package uk.slipway.kept;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.Words;

/** Shows a person what they had typed when their session ended, and lets them send it or let it go. */
@Controller
@SignedIn
class KeptController {

    private static final Words WORDS = new Words();

    private final ShowKept showKept;
    private final DiscardKept discardKept;

    KeptController(ShowKept showKept, DiscardKept discardKept) {
        this.showKept = showKept;
        this.discardKept = discardKept;
    }

    /**
     * What the page shows.
     *
     * @param shown what a person typed or chose
     * @param all every field, to be sent again
     * @param others how many more are waiting
     */
    record KeptPage(
            UUID id,
            String address,
            List<Shown> shown,
            List<TypedField> all,
            String keptAt,
            String until,
            List<UUID> others) {}

    /**
     * One text, to be read and copied.
     *
     * @param rows how many lines its box shows
     */
    record Shown(String label, String text, int rows) {}

    @GetMapping("/kept/{id}")
    ModelAndView show(@PathVariable UUID id, Viewer viewer) {
        var kept = showKept.show(viewer, id);
        var page = new KeptPage(
                id,
                kept.address(),
                kept.typed().stream()
                        .filter(TypedField::wasTyped)
                        .map(field -> new Shown(field.label(), field.text(), field.isLong() ? 10 : 1))
                        .toList(),
                kept.typed(),
                WORDS.moment(kept.keptAt()),
                WORDS.moment(kept.until()),
                showKept.waitingFor(viewer.account()).stream()
                        .filter(other -> !other.equals(id))
                        .toList());
        return new ModelAndView("kept/kept", Map.of("page", page));
    }

    @PostMapping("/kept/{id}/discard")
    ModelAndView discard(@PathVariable UUID id, Viewer viewer, RedirectAttributes redirect) {
        discardKept.discard(viewer.account(), id);
        redirect.addFlashAttribute("success", "What had been kept for you is deleted");
        return new ModelAndView("redirect:/");
    }
}
