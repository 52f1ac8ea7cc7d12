package uk.slipway.accounts;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the account behind an e-mail address at sign-in. */
@Component
class People implements UserDetailsService {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return jdbc.sql("select id, email, password_hash from account where email = :email and closed_on is null")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query((row, number) -> new SignedInPerson(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("email"),
                        row.getString("password_hash")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    String nameOf(AccountId account) {
        return jdbc.sql("select name from account where id = :id")
                .param("id", account.value())
                .query(String.class)
                .single();
    }
}
