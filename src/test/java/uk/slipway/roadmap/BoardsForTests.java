package uk.slipway.roadmap;

import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;

/** Boards of the North West with members, for the tests of rooms that stand on them. */
@Component
public class BoardsForTests {

    private final JdbcTemplate jdbc;

    BoardsForTests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public UUID regional(String name) {
        return board(name, "REGIONAL");
    }

    /** A sub-regional board for these authorities. */
    public UUID subRegional(String name, String... authorities) {
        var board = board(name, "SUB_REGIONAL");
        for (var authority : authorities) {
            jdbc.update(
                    "insert into board_area (id, board_id, organisation_id, starts_on) select gen_random_uuid(), ?,"
                        + " o.id, '2020-01-01' from organisation o where o.kind = 'LOCAL_AUTHORITY' and o.name = ? and"
                        + " o.ends_on is null",
                    board,
                    authority);
        }
        return board;
    }

    private UUID board(String name, String kind) {
        var id = UUID.randomUUID();
        jdbc.update(
                "insert into board (id, version, region_code, owner_organisation_id, kind, name, purpose, starts_on)"
                    + " select ?, 0, 'E12000002', o.id, ?, ?, 'What it is for', '2020-01-01' from organisation o where"
                    + " o.kind = 'REGIONAL_TEAM' and o.region_code = 'E12000002'",
                id,
                kind,
                name);
        return id;
    }

    /** Seats a person in the organisation they act in and answers the seat. */
    public UUID seat(UUID board, Viewer viewer, String role) {
        jdbc.update("insert into board_member_type (id, region_code, name) values (gen_random_uuid(), 'E12000002',"
                + " 'Partner') on conflict do nothing");
        var id = UUID.randomUUID();
        jdbc.update(
                "insert into board_membership (id, version, board_id, organisation_id, member_type_id, account_id,"
                    + " role, voting, starts_on) select ?, 0, ?, ?, t.id, ?, ?, ?, '2020-01-01' from board_member_type"
                    + " t where t.name = 'Partner'",
                id,
                board,
                viewer.organisation().value(),
                viewer.account().value(),
                role,
                !role.equals("OBSERVER"));
        return Objects.requireNonNull(id);
    }

    /** Ends a seat yesterday. */
    public void leave(UUID seat) {
        jdbc.update("update board_membership set ends_on = '2026-11-22' where id = ?", seat);
    }
}
