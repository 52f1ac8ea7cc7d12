package uk.slipway.cycles;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import uk.slipway.kernel.AcademicYear;

/** Keeps an academic year as the calendar year in which it starts. */
@Converter
class YearColumn implements AttributeConverter<AcademicYear, Integer> {

    @Override
    public Integer convertToDatabaseColumn(AcademicYear year) {
        return year.startsIn();
    }

    @Override
    public AcademicYear convertToEntityAttribute(Integer column) {
        return new AcademicYear(column);
    }
}
