package uk.slipway.enquiries;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases, four times a day, what its region's days have run out for. */
@Component
@Profile("!test")
class ForgetEnquiries {

    private final PersonalRecords records;

    ForgetEnquiries(PersonalRecords records) {
        this.records = records;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void round() {
        records.forget();
    }
}
