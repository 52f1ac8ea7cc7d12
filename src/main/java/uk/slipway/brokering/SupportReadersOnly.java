package uk.slipway.brokering;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who ask for support or give it, their signatories, and those who broker it. */
@Documented
@OnlyFor({
    Role.LA_OFFICER,
    Role.DIRECTOR,
    Role.CHIEF_EXECUTIVE,
    Role.LEAD_MEMBER,
    Role.BOARD_PARTNER,
    Role.PARTNERSHIP_COORDINATOR,
    Role.REGIONAL_MANAGER
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface SupportReadersOnly {}
