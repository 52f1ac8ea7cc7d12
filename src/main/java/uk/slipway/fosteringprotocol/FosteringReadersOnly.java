package uk.slipway.fosteringprotocol;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who read the protocol's reference tables and the numbers of fostering between authorities. */
@Documented
@OnlyFor({
    Role.FOSTERING_OFFICER,
    Role.SOCIAL_WORKER,
    Role.REVIEWING_OFFICER,
    Role.COMMISSIONER,
    Role.DIRECTOR,
    Role.REGIONAL_MANAGER,
    Role.DATA_LEAD,
    Role.OFSTED_COLLEAGUE
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface FosteringReadersOnly {}
