package uk.slipway.headlines;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All regional headlines. */
interface RegionalHeadlines extends Repository<RegionalHeadline, RegionalHeadline.Id> {

    Optional<RegionalHeadline> findById(RegionalHeadline.Id id);

    RegionalHeadline save(RegionalHeadline headline);
}
