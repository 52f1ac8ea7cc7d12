package uk.slipway.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, AccountId> {

    /** At once, so that statements beside JPA in the same transaction see it. */
    Account saveAndFlush(Account account);

    Optional<Account> findById(AccountId id);

    Optional<Account> findByEmail(String email);

    List<Account> findByPasswordHashIsNull();

    long count();
}
