package uk.slipway.brokering;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For the partnership's co-ordinator and the regional manager. */
@Documented
@OnlyFor({Role.PARTNERSHIP_COORDINATOR, Role.REGIONAL_MANAGER})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface BrokersOnly {}
