package uk.slipway.vacancies;

import java.util.UUID;

/** Identifies a vacancy. */
public record VacancyId(UUID value) {}
