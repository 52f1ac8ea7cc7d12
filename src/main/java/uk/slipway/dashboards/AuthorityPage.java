package uk.slipway.dashboards;

import java.util.List;
import uk.slipway.region.AuthorityFacts;
import uk.slipway.web.Crumb;
import uk.slipway.web.Words;

/** An authority's own page: what the reference data says of it. */
record AuthorityPage(AuthorityFacts facts) {

    /** Two authorities may have had one name after each other, as Dorset. */
    public String title() {
        var authority = facts.authority();
        return authority.ends() == null
                ? authority.label()
                : authority.name() + ", until " + new Words().shortDate(authority.ends());
    }

    public List<Crumb> crumbs() {
        return List.of(new Crumb("Home", "/"), new Crumb("Local authorities", "/authorities"));
    }

    public List<String> whoCanSee() {
        return List.of(
                "Everybody who can sign in. All of it is published by the ONS and the Department for Education.");
    }
}
