package uk.slipway.placements;

/** What is decided day to day. The rule is that the carer decides; where not, the agreement says who does and why. */
enum DelegatedMatter {
    SCHOOL_TRIPS("School trips of a day"),
    SCHOOL_TRIPS_NIGHTS("School trips with nights away"),
    SCHOOL_MEETINGS("Parents’ evenings and school meetings"),
    NIGHTS_WITH_FRIENDS("Nights at friends’ homes"),
    HAIRCUT("Haircuts"),
    ACTIVITIES("Sports, clubs and activities"),
    PHOTOGRAPHS("Photographs at school and clubs"),
    PHONE("A phone, and what is done online"),
    ROUTINE_HEALTH("Routine appointments with doctor, dentist and optician"),
    TREATMENT("Planned medical treatment"),
    HOLIDAYS("Holidays in the United Kingdom"),
    ABROAD("Travel abroad"),
    FAITH("Religious observance");

    /** Who decides. */
    enum Decides {
        CARER("The carer"),
        PLACING_AUTHORITY("The placing authority"),
        PARENT("A parent");

        private final String words;

        Decides(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    private final String words;

    DelegatedMatter(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }
}
