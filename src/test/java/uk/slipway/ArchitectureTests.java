package uk.slipway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ArchitectureTests {

    /** Modulith knows test classes by their folder's usual name; a quick build has one of its own beside it. */
    private static final ApplicationModules MODULES =
            ApplicationModules.of(Slipway.class, location -> !location.contains("test-classes/"));

    @Test
    void everyRoomStandsOnlyOnTheRoomsItDeclares() {
        MODULES.verify();
    }

    @Test
    void theModulePictureIsGenerated() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
