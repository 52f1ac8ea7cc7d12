package uk.slipway.accounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For those who work on their authority's records: officers and signatories. */
@Documented
@OnlyFor({Role.LA_OFFICER, Role.DIRECTOR, Role.CHIEF_EXECUTIVE, Role.LEAD_MEMBER})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AuthorityOnly {}
