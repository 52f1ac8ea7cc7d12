package uk.slipway.threads;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For everybody who may see something that is part of a thread: not account managers, administrators or readers. */
@Documented
@OnlyFor({
    Role.LA_OFFICER,
    Role.DIRECTOR,
    Role.CHIEF_EXECUTIVE,
    Role.LEAD_MEMBER,
    Role.REGIONAL_MANAGER,
    Role.DATA_LEAD,
    Role.OFSTED_COLLEAGUE,
    Role.APPOINTEE,
    Role.BOARD_PARTNER,
    Role.PARTNERSHIP_COORDINATOR
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface ThreadReaders {}
