package uk.slipway.brokering;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who ask for support, or offer it, for their organisation. */
@Documented
@OnlyFor({Role.LA_OFFICER, Role.DIRECTOR, Role.BOARD_PARTNER})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface SupportAskersOnly {}
