package uk.slipway.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** Chooses a password by a link from an e-mail. */
@UseCase
class UsePasswordLink {

    private final PasswordLink links;
    private final Accounts accounts;
    private final ChoosePassword choosePassword;
    private final JdbcClient jdbc;

    UsePasswordLink(PasswordLink links, Accounts accounts, ChoosePassword choosePassword, JdbcClient jdbc) {
        this.links = links;
        this.accounts = accounts;
        this.choosePassword = choosePassword;
        this.jdbc = jdbc;
    }

    /** Whom the link names, and whether it still works. */
    record Looked(PasswordLink.State state, String email) {}

    /** @throws NotFound when there never was such a link */
    public Looked look(String token, PasswordLink.Purpose purpose) {
        var link = links.find(token, purpose).orElseThrow(NotFound::new);
        var account = accounts.findById(link.account()).orElseThrow(NotFound::new);
        return new Looked(link.state(), account.email());
    }

    /**
     * Chooses the password if nothing is to be said against it.
     *
     * @return what is to be said against it
     * @throws NotFound when there is no such link, or it works no more
     */
    public Optional<String> choose(String token, PasswordLink.Purpose purpose, String password) {
        var link = links.find(token, purpose)
                .filter(found -> found.state() == PasswordLink.State.OPEN)
                .orElseThrow(NotFound::new);
        var objection = PasswordRule.objection(password, known(link.account()));
        if (objection.isEmpty()) {
            if (!links.use(link.id())) {
                throw new NotFound();
            }
            choosePassword.choose(link.account(), password);
        }
        return objection;
    }

    private List<String> known(AccountId id) {
        var account = accounts.findById(id).orElseThrow(NotFound::new);
        var known = new ArrayList<>(List.of("slipway", account.name(), account.email()));
        known.addAll(
                jdbc.sql("""
                    select o.name from role_held h join organisation o on o.id = h.organisation_id
                    where h.account_id = :account
                    """).param("account", id.value()).query(String.class).list());
        return known;
    }
}
