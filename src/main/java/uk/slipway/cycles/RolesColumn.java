package uk.slipway.cycles;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.stream.Collectors;
import uk.slipway.accounts.Role;

/** Keeps roles as one text, {@code DIRECTOR,LEAD_MEMBER}. */
@Converter
class RolesColumn implements AttributeConverter<Responsible, String> {

    @Override
    public String convertToDatabaseColumn(Responsible responsible) {
        return responsible.roles().stream().map(Role::name).collect(Collectors.joining(","));
    }

    @Override
    public Responsible convertToEntityAttribute(String column) {
        return new Responsible(Arrays.stream(column.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .toList());
    }
}
