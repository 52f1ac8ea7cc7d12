package uk.slipway.brokering;

import org.springframework.data.jpa.repository.JpaRepository;

interface SupportRequests extends JpaRepository<SupportRequest, SupportRequestId> {}
