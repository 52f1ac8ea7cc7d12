package uk.slipway.accounts;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is owed to everybody who uses the site: its accessibility statement, its privacy notice, its one cookie. */
@Controller
@Anyone
class StatementsController {

    @GetMapping("/accessibility")
    String accessibility() {
        return "accounts/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "accounts/privacy";
    }

    @GetMapping("/cookies")
    String cookies() {
        return "accounts/cookies";
    }
}
