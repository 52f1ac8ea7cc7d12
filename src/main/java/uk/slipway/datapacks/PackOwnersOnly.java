package uk.slipway.datapacks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who look at a pack on their authority's behalf. */
@Documented
@OnlyFor({Role.LA_OFFICER, Role.DIRECTOR})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface PackOwnersOnly {}
