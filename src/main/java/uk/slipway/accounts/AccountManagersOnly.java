package uk.slipway.accounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For an authority's account manager and the administrator. */
@Documented
@OnlyFor({Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AccountManagersOnly {}
