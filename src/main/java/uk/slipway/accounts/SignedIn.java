package uk.slipway.accounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For everybody who has signed in, whatever their role; the use case decides what of it they see. */
@Documented
@OnlyFor({
    Role.LA_OFFICER,
    Role.DIRECTOR,
    Role.CHIEF_EXECUTIVE,
    Role.LEAD_MEMBER,
    Role.ACCOUNT_MANAGER,
    Role.REGIONAL_MANAGER,
    Role.DATA_LEAD,
    Role.OFSTED_COLLEAGUE,
    Role.READER,
    Role.ADMINISTRATOR,
    Role.APPOINTEE
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {}
