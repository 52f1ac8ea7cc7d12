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
    Role.APPOINTEE,
    Role.BOARD_PARTNER,
    Role.PARTNERSHIP_COORDINATOR,
    Role.FOSTERING_OFFICER,
    Role.SOCIAL_WORKER,
    Role.REVIEWING_OFFICER,
    Role.COMMISSIONER,
    Role.FRONT_DOOR_ADVISER
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {}
