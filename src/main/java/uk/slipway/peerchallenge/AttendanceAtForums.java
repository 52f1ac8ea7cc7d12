package uk.slipway.peerchallenge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AttendanceAtForums extends Repository<ForumAttendance, ForumId> {

    ForumAttendance save(ForumAttendance attendance);

    Optional<ForumAttendance> findById(ForumId id);
}
