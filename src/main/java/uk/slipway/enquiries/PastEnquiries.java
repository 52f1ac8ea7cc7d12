package uk.slipway.enquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/**
 * Puts a year and a half of enquiries in, in two statements: played one press at a time they would take longer to load
 * than everything else of the demonstration. Those whose days are over have been erased, as the schedule would have.
 */
@UseCase
@Profile("demonstration")
class PastEnquiries {

    private static final LocalTime RECEIVED = LocalTime.of(11, 30);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;

    PastEnquiries(JdbcClient jdbc, Sealing sealing, JsonMapper json) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
    }

    /**
     * One of them.
     *
     * @param entered the stages in their order, with the day
     * @param person who it is, or null where that has been erased
     */
    record Past(
            LocalAuthorityId authority,
            @Nullable UUID campaign,
            Channel channel,
            LinkedHashMap<EnquiryStage, LocalDate> entered,
            @Nullable ExitReason exit,
            @Nullable LocalDate exitedOn,
            @Nullable Person person,
            @Nullable String reference) {}

    void putIn(FrontDoor door, UUID notice, List<Past> all, Instant now) {
        var enquiries = new ArrayList<Map<String, @Nullable Object>>();
        var stages = new ArrayList<Map<String, @Nullable Object>>();
        for (var past : all) {
            var last = past.entered().lastEntry();
            var received = past.entered()
                    .firstEntry()
                    .getValue()
                    .atTime(RECEIVED)
                    .atZone(LondonTime.ZONE)
                    .toInstant();
            var id = Uuid7.at(received);
            boolean open = past.exit() == null && last.getKey() != EnquiryStage.APPROVED;
            boolean authoritys = last.getKey().compareTo(EnquiryStage.APPLICATION) >= 0;
            var due = open ? door.due(last.getKey(), last.getValue()) : null;
            var person = past.person();
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", id);
            row.put("reference", past.reference());
            row.put("authority", authoritys ? past.authority().value() : null);
            row.put("destination", past.authority().value());
            row.put("baton", authoritys ? Side.AUTHORITY : Side.FRONT_DOOR);
            row.put("stage", last.getKey());
            row.put("due", due == null ? null : due.toString());
            row.put("channel", past.channel());
            row.put("campaign", past.campaign());
            row.put("received", received.toString());
            row.put("sealed", person == null ? null : HexFormat.of().formatHex(sealing.seal(id, person)));
            row.put("email", person == null ? null : hex(sealing.emailHash(person.email())));
            row.put("telephone", person == null ? null : hex(sealing.telephoneHash(person.telephone())));
            row.put(
                    "names",
                    person == null
                            ? null
                            : sealing.nameHashes(person.name()).stream()
                                    .map(PastEnquiries::hex)
                                    .toList());
            row.put("exit", past.exit());
            row.put("exited", past.exitedOn() == null ? null : past.exitedOn().toString());
            row.put("erased", person == null ? now.toString() : null);
            enquiries.add(row);
            LocalDate next = past.exitedOn();
            for (var entry : past.entered().reversed().entrySet()) {
                var stage = new LinkedHashMap<String, @Nullable Object>();
                stage.put("enquiry", id);
                stage.put("stage", entry.getKey());
                stage.put("entered", entry.getValue().toString());
                stage.put("left", next == null ? null : next.toString());
                stages.add(stage);
                next = entry.getValue();
            }
        }
        jdbc.sql("""
            insert into enquiry (id, version, reference, authority_id, owner_organisation_id, lives_in_id, destination_id,
                baton, stage, stage_due_on, channel, campaign_id, received_at, sealed, email_hash, telephone_hash,
                name_hashes, notice_id, exit_reason, exited_on, erased_at)
            select x.id, 0, x.reference, x.authority, :owner, x.destination, x.destination, x.baton, x.stage, x.due,
                x.channel, x.campaign, x.received, decode(x.sealed, 'hex'), decode(x.email, 'hex'),
                decode(x.telephone, 'hex'), case when x.names is null then null else array(select decode(n, 'hex')
                    from jsonb_array_elements_text(x.names) n) end, :notice, x.exit, x.exited, x.erased
            from jsonb_to_recordset(cast(:enquiries as jsonb)) as x(id uuid, reference text, authority uuid,
                destination uuid, baton text, stage text, due date, channel text, campaign uuid, received timestamptz,
                sealed text, email text, telephone text, names jsonb, exit text, exited date, erased timestamptz)
            """)
                .param("owner", door.owner().value())
                .param("notice", notice)
                .param("enquiries", json.writeValueAsString(enquiries))
                .update();
        jdbc.sql("""
            insert into enquiry_stage (enquiry_id, stage, entered_on, left_on)
            select x.enquiry, x.stage, x.entered, x."left"
            from jsonb_to_recordset(cast(:stages as jsonb)) as x(enquiry uuid, stage text, entered date, "left" date)
            """).param("stages", json.writeValueAsString(stages)).update();
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
