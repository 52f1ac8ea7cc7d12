package uk.slipway.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reference data says of one authority; {@code templates/region/facts.html} shows it on any page.
 *
 * @param authority the authority
 * @param region its region
 * @param codes all codes it has or has had
 * @param predecessors those it took over from
 * @param successors those that took over from it
 * @param models the models of statistical neighbours that know it, newest first
 * @param model the model shown, or null where none knows it
 * @param neighbours its neighbours in that model, closest first
 */
public record AuthorityFacts(
        LocalAuthority authority,
        Region region,
        List<LocalAuthorityCode> codes,
        List<LocalAuthority> predecessors,
        List<LocalAuthority> successors,
        List<NeighbourModel> models,
        @Nullable NeighbourModel model,
        List<StatisticalNeighbour> neighbours) {}
