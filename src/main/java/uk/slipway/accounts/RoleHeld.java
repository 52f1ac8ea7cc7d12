package uk.slipway.accounts;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/** A role that a person holds in an organisation, from a day, until a day or without an end. */
@Entity
class RoleHeld extends AbstractAggregateRoot<RoleHeld> {

    @EmbeddedId
    private RoleHeldId id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId account;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organisation_id"))
    private OrganisationId organisation;

    @Embedded
    private DaysHeld days;

    private String givenBy;

    /** For JPA. */
    protected RoleHeld() {}

    private RoleHeld(
            RoleHeldId id, AccountId account, Role role, OrganisationId organisation, DateSpan span, String givenBy) {
        this.id = id;
        this.account = account;
        this.role = role;
        this.organisation = organisation;
        this.days = DaysHeld.of(span);
        this.givenBy = givenBy;
    }

    static RoleHeld give(
            RoleHeldId id, AccountId account, Role role, Place place, DateSpan span, String givenBy, Instant at) {
        var held = new RoleHeld(id, account, role, place.organisation(), span, givenBy);
        held.registerEvent(new Given(account, place.authority(), role.inWords() + ", " + place.name(), at));
        return held;
    }

    RoleHeldId id() {
        return id;
    }

    AccountId account() {
        return account;
    }

    Role role() {
        return role;
    }

    OrganisationId organisation() {
        return organisation;
    }

    boolean holdsOn(LocalDate day) {
        return days.contain(day);
    }

    boolean isOverBefore(LocalDate day) {
        return days.areOverBefore(day);
    }

    /** Ends it with a last day; the day before today ends it at once. A role that is over stays as it was. */
    void end(LocalDate lastDay, Place place, LocalDate today, Instant at) {
        if (isOverBefore(today)) {
            return;
        }
        days = days.until(lastDay);
        registerEvent(new Ended(
                account,
                place.authority(),
                role.inWords() + ", " + place.name(),
                lastDay.isBefore(today) ? null : lastDay,
                at));
    }

    /** Somebody was given a role. */
    record Given(AccountId account, @Nullable LocalAuthorityId authority, String role, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return Account.ref(account);
        }

        @Override
        public String inWords() {
            return "gave the role " + role;
        }
    }

    /** A role was ended, at once or with a last day. */
    record Ended(
            AccountId account,
            @Nullable LocalAuthorityId authority,
            String role,
            @Nullable LocalDate lastDay,
            Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return Account.ref(account);
        }

        @Override
        public String inWords() {
            return "ended the role " + role
                    + (lastDay == null ? "" : ", with " + Place.inWords(lastDay) + " as its last day");
        }
    }
}
