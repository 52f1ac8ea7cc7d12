package uk.slipway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.house.DemonstrationTest;

@DemonstrationTest
class SignpostPageTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everySignInOnTheConsoleIsAnAccountAndStandsInTheReadme() throws IOException {
        var accounts = jdbc.sql("select email from account where password_hash is not null")
                .query(String.class)
                .list();
        var readme = Files.readString(Path.of("README.md"));
        for (var signIn : Signpost.SIGN_INS) {
            for (var address : signIn.addresses()) {
                assertThat(accounts).contains(address);
                assertThat(readme).contains(address.substring(0, address.indexOf('@') + 1));
            }
        }
    }
}
