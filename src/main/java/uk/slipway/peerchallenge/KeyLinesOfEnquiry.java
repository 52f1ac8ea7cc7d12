package uk.slipway.peerchallenge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface KeyLinesOfEnquiry extends Repository<KeyLineOfEnquiry, KeyLineId> {

    KeyLineOfEnquiry save(KeyLineOfEnquiry line);

    Optional<KeyLineOfEnquiry> findById(KeyLineId id);
}
