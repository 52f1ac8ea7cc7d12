package uk.slipway.accounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role gate: who may use a page at all. Put on a named annotation ({@link RegionalTeamOnly}), and that on a
 * controller or a handler method, where the method's wins. Another role gets 403. A handler without a gate is refused to
 * everybody and fails the build.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyFor {

    Role[] value();
}
