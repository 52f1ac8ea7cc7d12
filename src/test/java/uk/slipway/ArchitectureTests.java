package uk.slipway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ArchitectureTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Slipway.class);

    @Test
    void everyRoomStandsOnlyOnTheRoomsItDeclares() {
        MODULES.verify();
    }

    @Test
    void theModulePictureIsGenerated() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
