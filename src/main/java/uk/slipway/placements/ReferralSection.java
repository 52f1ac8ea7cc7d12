package uk.slipway.placements;

/** The headings under which needs are written. */
enum ReferralSection {
    BACKGROUND(
            "background",
            "Background",
            "What has led here, without names, places or dates that tell who it is.",
            true,
            true),
    RISKS("risks", "Risks", "What a carer has to know to keep everybody safe.", true, true),
    EDUCATION(
            "education",
            "Education",
            "The kind of school, how far it may be, what support there is. Do not name it.",
            true,
            false),
    HEALTH("health", "Health", "Needs, treatment, appointments. No numbers of the NHS.", true, false),
    INTERESTS("interests", "Interests", "What they like, what makes a good day.", false, false),
    IDENTITY(
            "identity",
            "Identity, language and faith",
            "What a home has to know and do: language, food, worship, hair and skin, what matters to the child of where"
                    + " they come from. Needs, not labels, and nothing that tells who it is.",
            false,
            false),
    FAMILY_TIME("family-time", "Family time", "How often, how, and how far anybody has to travel.", true, false),
    SKILLS("skills", "Skills and qualities", "What a carer needs to be able to do.", true, false),
    REQUIREMENTS(
            "requirements", "What is asked of the fostering service", "Support, training, meetings.", false, false);

    private final String path;
    private final String words;
    private final String guidance;
    private final boolean neededWhenPlanned;
    private final boolean neededInAnEmergency;

    ReferralSection(
            String path, String words, String guidance, boolean neededWhenPlanned, boolean neededInAnEmergency) {
        this.path = path;
        this.words = words;
        this.guidance = guidance;
        this.neededWhenPlanned = neededWhenPlanned;
        this.neededInAnEmergency = neededInAnEmergency;
    }

    String path() {
        return path;
    }

    String inWords() {
        return words;
    }

    String guidance() {
        return guidance;
    }

    boolean isNeeded(Route route) {
        return route == Route.EMERGENCY ? neededInAnEmergency : neededWhenPlanned;
    }
}
