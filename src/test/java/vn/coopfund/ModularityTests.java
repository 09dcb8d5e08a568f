package vn.coopfund;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rooms know only whom their {@code package-info} says. */
class ModularityTests {

    private static final ApplicationModules ROOMS = ApplicationModules.of(CoopfundApplication.class);

    @Test
    void everyRoomKnowsOnlyWhomItMayKnow() {
        ROOMS.verify();
    }

    @Test
    void thePictureOfTheRoomsCanBeDrawn() {
        new Documenter(ROOMS).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
