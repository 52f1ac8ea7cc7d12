package uk.slipway.particulars;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who work with placed children; which of them may open what, the placement says. */
@Documented
@OnlyFor({Role.FOSTERING_OFFICER, Role.SOCIAL_WORKER, Role.REVIEWING_OFFICER})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface WorkersOnly {}
