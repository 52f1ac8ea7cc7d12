package uk.slipway.enquiries;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who may see how the front door does: numbers, never people. */
@Documented
@OnlyFor({
    Role.FRONT_DOOR_ADVISER,
    Role.FOSTERING_OFFICER,
    Role.COMMISSIONER,
    Role.DIRECTOR,
    Role.REGIONAL_MANAGER,
    Role.DATA_LEAD,
    Role.OFSTED_COLLEAGUE
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface EvaluationReadersOnly {}
