package uk.slipway.region;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.UseCase;

/** Lists the local authorities as they were on a day, for everybody: all of it is published. */
@UseCase(readOnly = true)
public class ListAuthorities {

    /** The first day that the reference data knows: the day ONS codes begin. */
    public static final LocalDate EARLIEST = LocalDate.of(2009, 1, 1);

    private final LocalAuthorities authorities;

    ListAuthorities(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    /**
     * The authorities that a reader asks for.
     *
     * @param home the reader's own region, which comes first, or null
     * @param filter what is asked for
     * @throws IllegalArgumentException for a day before {@link #EARLIEST}
     */
    public AuthorityList list(@Nullable RegionCode home, AuthorityFilter filter) {
        if (filter.asAt().isBefore(EARLIEST)) {
            throw new IllegalArgumentException("Nothing is known before " + EARLIEST);
        }
        List<LocalAuthority> found = authorities.ever().stream()
                .filter(authority ->
                        filter.region() == null || authority.region().equals(filter.region()))
                .filter(authority -> matches(authority, filter.search()))
                .toList();
        List<LocalAuthority> existing = found.stream()
                .filter(authority -> authority.existsOn(filter.asAt()))
                .toList();
        Map<RegionCode, List<LocalAuthority>> byRegion = existing.stream().collect(groupingBy(LocalAuthority::region));
        List<AuthorityList.Group> groups = new ArrayList<>();
        for (Region region : authorities.regions()) {
            List<LocalAuthority> own = byRegion.get(region.code());
            if (own != null) {
                groups.add(region.code().equals(home) ? 0 : groups.size(), new AuthorityList.Group(region, own));
            }
        }
        int count = (int)
                existing.stream().filter(authority -> !authority.fictitious()).count();
        List<AuthorityList.OnOtherDays> onOtherDays = filter.search().isBlank()
                ? List.of()
                : found.stream()
                        .filter(authority -> !authority.existsOn(filter.asAt()))
                        .map(authority -> new AuthorityList.OnOtherDays(
                                authority,
                                authorities.predecessorsOf(authority.id()),
                                authorities.successorsOf(authority.id())))
                        .toList();
        return new AuthorityList(filter.asAt(), groups, count, existing.size() - count, onOtherDays);
    }

    /** The nine regions, to choose from. */
    public List<Region> regions() {
        return authorities.regions();
    }

    private boolean matches(LocalAuthority authority, String search) {
        String wanted = letters(search);
        if (wanted.isEmpty()) {
            return search.isBlank();
        }
        Optional<LocalAuthority> coded = authorities.byCode(search);
        return coded.map(authority::equals)
                .orElseGet(() -> letters(authority.name()).contains(wanted));
    }

    /** Letters and digits in lower case: who types "St Helens" means "St. Helens". */
    private static String letters(String words) {
        StringBuilder kept = new StringBuilder();
        words.toLowerCase(Locale.UK)
                .replace("&", "and")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
