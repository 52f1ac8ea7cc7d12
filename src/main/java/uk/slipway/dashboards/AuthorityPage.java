package uk.slipway.dashboards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.AuthorityFacts;
import uk.slipway.web.Crumb;
import uk.slipway.web.Words;

/**
 * An authority's own page: what the reference data says of it, and how far it is this year.
 *
 * @param year its year, or null for a viewer who does not follow it
 */
record AuthorityPage(AuthorityFacts facts, @Nullable AuthorityYear year) {

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
        var published =
                "Everybody who can sign in sees the codes, dates and neighbours. They are published by the ONS and "
                        + "the Department for Education.";
        return year == null
                ? List.of(published)
                : List.of(
                        published,
                        "Only " + facts.authority().name() + " and its regional team see how far it is this year.");
    }
}
