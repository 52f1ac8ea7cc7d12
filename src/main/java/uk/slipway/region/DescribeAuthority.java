package uk.slipway.region;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.UseCase;

/** Says what is published about one authority: codes, dates, predecessors, successors, neighbours. For everybody. */
@UseCase(readOnly = true)
public class DescribeAuthority {

    private final LocalAuthorities authorities;

    DescribeAuthority(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    /**
     * The facts about an authority.
     *
     * @param code a code of any scheme and date
     * @param model the published month of the wished model of neighbours, such as {@code 2021-04}; the newest one that
     *     knows the authority stands in for one that is absent or does not
     * @return empty when the code is nobody's
     */
    public Optional<AuthorityFacts> byCode(String code, @Nullable String model) {
        return authorities.byCode(code).map(authority -> facts(authority, model));
    }

    private AuthorityFacts facts(LocalAuthority authority, @Nullable String wished) {
        LocalAuthorityId id = authority.id();
        List<NeighbourModel> models = authorities.neighbourModels().stream()
                .filter(model -> !authorities.neighboursOf(id, model).isEmpty())
                .toList();
        NeighbourModel shown = models.stream()
                .filter(model -> model.code().equals(wished))
                .findFirst()
                .or(() -> models.stream().findFirst())
                .orElse(null);
        return new AuthorityFacts(
                authority,
                authorities.region(authority.region()),
                authorities.codesOf(id),
                authorities.predecessorsOf(id),
                authorities.successorsOf(id),
                models,
                shown,
                shown == null ? List.of() : authorities.neighboursOf(id, shown));
    }
}
