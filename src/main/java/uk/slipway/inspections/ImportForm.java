package uk.slipway.inspections;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** @param id made when the form was rendered, so that the same press twice has one effect */
record ImportForm(@Nullable String id, @Nullable MultipartFile file) {}
