package uk.slipway.cycles;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import uk.slipway.region.RegionCode;

interface Templates extends JpaRepository<SelfEvaluationTemplate, TemplateId> {

    /** One of a region's versions. */
    Optional<SelfEvaluationTemplate> findByRegionAndNumber(RegionCode region, int number);

    /** The highest number that a region's versions have. */
    @Query("select max(t.number) from SelfEvaluationTemplate t where t.region = :region")
    Optional<Integer> lastNumber(RegionCode region);
}
