package uk.slipway.enquiries;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far somebody who asked about fostering has come. */
enum EnquiryStage {
    ENQUIRY("Enquiry", "made an enquiry"),
    CONTACTED("Contacted", "was contacted"),
    INFORMATION("Information or event", "was sent information or came to an event"),
    INITIAL_VISIT("Initial visit", "was visited"),
    APPLICATION("Application", "applied"),
    STAGE_1("Stage 1: checks", "began stage 1"),
    STAGE_2("Stage 2: assessment", "began stage 2"),
    PANEL("Panel", "went to panel"),
    DECISION("Decision", "waits for the decision"),
    APPROVED("Approved", "was approved");

    private final String words;
    private final String told;

    EnquiryStage(String words, String told) {
        this.words = words;
        this.told = told;
    }

    /** As it is shown to people. */
    String inWords() {
        return words;
    }

    /** What the person did or what was done, in words that follow "the person". */
    String told() {
        return told;
    }

    /** Whether the front door may take an enquiry there; what follows is an authority's. */
    boolean isTheFrontDoors() {
        return compareTo(APPLICATION) <= 0;
    }

    /** The stages that come after this one. */
    List<EnquiryStage> later() {
        return Arrays.stream(values())
                .filter(other -> other.compareTo(this) > 0)
                .toList();
    }

    /** The stage with this name; empty for any other text. */
    static Optional<EnquiryStage> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equals(name))
                .findFirst();
    }
}
