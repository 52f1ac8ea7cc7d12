package uk.slipway.commitments;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For those who work on their authority's records, and for the regional team. */
@Documented
@OnlyFor({Role.LA_OFFICER, Role.DIRECTOR, Role.CHIEF_EXECUTIVE, Role.LEAD_MEMBER, Role.REGIONAL_MANAGER, Role.DATA_LEAD
})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface CommitmentReaders {}
