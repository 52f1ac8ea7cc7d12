package uk.slipway.indicators;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, IndicatorId> {

    Indicator save(Indicator indicator);

    Optional<Indicator> findById(IndicatorId id);

    Optional<Indicator> findBySlug(String slug);

    List<Indicator> findAllByOrderByGroupingAscNameAsc();
}
