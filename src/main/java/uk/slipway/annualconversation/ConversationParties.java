package uk.slipway.annualconversation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.accounts.Role;

/** For the two who talk: the authority's officers and signatories, and Ofsted's colleagues. */
@Documented
@OnlyFor({Role.LA_OFFICER, Role.DIRECTOR, Role.CHIEF_EXECUTIVE, Role.LEAD_MEMBER, Role.OFSTED_COLLEAGUE})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface ConversationParties {}
