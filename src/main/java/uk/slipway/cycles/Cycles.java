package uk.slipway.cycles;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.region.RegionCode;

interface Cycles extends JpaRepository<Cycle, CycleId> {

    Optional<Cycle> findByRegionAndYear(RegionCode region, AcademicYear year);

    Optional<Cycle> findFirstByRegionOrderByYearDesc(RegionCode region);
}
