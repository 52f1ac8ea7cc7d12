package uk.slipway.dashboards;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.region.DescribeAuthority;
import uk.slipway.web.NotFound;

/** An authority's page. Any code it has ever had leads to the address with the code of today. */
@Controller
@SignedIn
class AuthorityController {

    private final DescribeAuthority describeAuthority;
    private final FollowAuthorityYear followAuthorityYear;

    AuthorityController(DescribeAuthority describeAuthority, FollowAuthorityYear followAuthorityYear) {
        this.describeAuthority = describeAuthority;
        this.followAuthorityYear = followAuthorityYear;
    }

    /** The redirect is not a permanent one, since the code of today may be rewritten too. */
    @GetMapping("/authorities/{code}")
    ModelAndView show(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(name = "neighbours", required = false) @Nullable String neighbours) {
        var facts = describeAuthority.byCode(code, neighbours).orElseThrow(NotFound::new);
        String current = facts.authority().gssCode();
        return code.equals(current)
                ? new ModelAndView(
                        "dashboards/authority",
                        "page",
                        new AuthorityPage(
                                facts,
                                followAuthorityYear
                                        .of(viewer, facts.authority())
                                        .orElse(null)))
                : new ModelAndView("redirect:/authorities/" + current);
    }
}
