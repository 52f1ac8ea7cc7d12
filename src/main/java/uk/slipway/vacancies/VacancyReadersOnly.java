package uk.slipway.vacancies;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those in an authority who may know of its foster homes. */
@Documented
@OnlyFor({Role.FOSTERING_OFFICER, Role.COMMISSIONER, Role.DIRECTOR})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface VacancyReadersOnly {}
