package uk.slipway.dashboards;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;

@Controller
@SignedIn
class HomeController {

    private final ShowHome showHome;

    HomeController(ShowHome showHome) {
        this.showHome = showHome;
    }

    @GetMapping("/")
    String home(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String sort,
            Model model) {
        model.addAttribute("page", showHome.show(viewer, show, sort));
        return "dashboards/home";
    }
}
