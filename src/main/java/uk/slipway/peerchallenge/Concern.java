package uk.slipway.peerchallenge;

import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;

/**
 * What a forum's day or panel breaks, or comes near to.
 *
 * @param rule the rule's name, in words
 * @param weight whether it stops, warns or only tells
 * @param words what is the matter, as a sentence
 * @param about the person it is about, or null where it is the day or the panel as a whole
 */
record Concern(
        String rule, Weight weight, String words, @Nullable AccountId about) {

    /** What follows from it. */
    enum Weight {
        /** Cannot be done. */
        STOPS,
        /** Can be done with a reason that is kept. */
        WARNS,
        /** Good to know. */
        TELLS
    }

    static Concern stops(String rule, String words, @Nullable AccountId about) {
        return new Concern(rule, Weight.STOPS, words, about);
    }

    static Concern warns(String rule, String words, @Nullable AccountId about) {
        return new Concern(rule, Weight.WARNS, words, about);
    }

    static Concern tells(String rule, String words, @Nullable AccountId about) {
        return new Concern(rule, Weight.TELLS, words, about);
    }

    boolean stops() {
        return weight == Weight.STOPS;
    }

    boolean warns() {
        return weight == Weight.WARNS;
    }
}
