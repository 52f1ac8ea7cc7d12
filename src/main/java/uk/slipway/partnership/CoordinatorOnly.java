package uk.slipway.partnership;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For the partnership co-ordinator, who is the clerk of all the region's boards. */
@Documented
@OnlyFor(Role.PARTNERSHIP_COORDINATOR)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface CoordinatorOnly {}
