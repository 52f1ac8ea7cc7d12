package uk.slipway.selfevaluation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those whose names can stand under a self-evaluation. */
@Documented
@OnlyFor({Role.DIRECTOR, Role.CHIEF_EXECUTIVE, Role.LEAD_MEMBER})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface SignatoriesOnly {}
