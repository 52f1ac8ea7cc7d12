package uk.slipway.datapacks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For both sides of a pack. */
@Documented
@OnlyFor({Role.LA_OFFICER, Role.DIRECTOR, Role.REGIONAL_MANAGER, Role.DATA_LEAD})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface PackPartiesOnly {}
