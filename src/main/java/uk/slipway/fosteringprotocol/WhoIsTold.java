package uk.slipway.fosteringprotocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/** The people whom a protocol means. */
@Component
public class WhoIsTold {

    private final Directory directory;

    WhoIsTold(Directory directory) {
        this.directory = directory;
    }

    /**
     * Who is told by a call, each once.
     *
     * @param authority that owes what is due
     * @param named who is named on the child's record for those of {@link Told} that are no role; an absent one is nobody,
     *     and so is who has left the authority
     */
    public List<Person> of(Protocol.Call call, LocalAuthorityId authority, Map<Told, AccountId> named) {
        var people = new LinkedHashMap<AccountId, Person>();
        for (var told : call.people()) {
            for (var person : found(told, authority, named.get(told))) {
                people.putIfAbsent(person.account(), person);
            }
        }
        return List.copyOf(people.values());
    }

    private List<Person> found(Told told, LocalAuthorityId authority, @Nullable AccountId named) {
        var organisation = new OrganisationId(authority.value());
        var role = told.role();
        if (role != null) {
            return directory.holding(role, organisation);
        }
        return named == null
                ? List.of()
                : directory.workingIn(organisation, named).stream().toList();
    }
}
