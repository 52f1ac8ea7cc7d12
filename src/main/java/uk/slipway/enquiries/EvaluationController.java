package uk.slipway.enquiries;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.CsvDownload;

/** How the front door does: numbers alone. */
@Controller
@EvaluationReadersOnly
class EvaluationController {

    private final ShowEvaluation show;
    private final EvaluationPages pages;
    private final LocalAuthorities authorities;

    EvaluationController(ShowEvaluation show, EvaluationPages pages, LocalAuthorities authorities) {
        this.show = show;
        this.pages = pages;
        this.authorities = authorities;
    }

    @GetMapping("/enquiries/evaluation")
    ModelAndView evaluation(Viewer viewer, @ModelAttribute EvaluationPages.Asked asked) {
        return new ModelAndView(
                "enquiries/evaluation", Map.of("page", pages.page(viewer, evaluated(viewer, asked), asked)));
    }

    @GetMapping("/enquiries/evaluation.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @ModelAttribute EvaluationPages.Asked asked) {
        return CsvDownload.answer("fostering-enquiries", EvaluationPages.COLUMNS, pages.rows(evaluated(viewer, asked)));
    }

    private ShowEvaluation.@Nullable Evaluated evaluated(Viewer viewer, EvaluationPages.Asked asked) {
        return show.of(
                viewer,
                number(asked.year()),
                "region".equals(asked.of()),
                id(asked.campaign()),
                asked.authority() == null || asked.authority().isBlank()
                        ? null
                        : authorities
                                .byCode(asked.authority())
                                .map(LocalAuthority::id)
                                .orElse(null));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-9]{4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
