package uk.slipway.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, AccountId> {

    Account save(Account account);

    Optional<Account> findById(AccountId id);

    Optional<Account> findByEmail(String email);

    List<Account> findByPasswordHashIsNull();

    long count();
}
