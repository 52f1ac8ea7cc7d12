package uk.slipway.datapacks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who may be shown a pack: authorities, the regional team, and panels. */
@Documented
@OnlyFor({
    Role.LA_OFFICER,
    Role.DIRECTOR,
    Role.CHIEF_EXECUTIVE,
    Role.LEAD_MEMBER,
    Role.REGIONAL_MANAGER,
    Role.DATA_LEAD,
    Role.APPOINTEE
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface PackReadersOnly {}
