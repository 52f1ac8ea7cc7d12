package uk.slipway.datasets;

import static uk.slipway.datasets.Severity.ERROR;
import static uk.slipway.datasets.Severity.NOTE;
import static uk.slipway.datasets.Severity.WARNING;

/**
 * What the check of a file can find, after the checks that Explore education statistics makes of its own files (the
 * eesyscreener and the guide for statistics production).
 */
enum FindingKind {
    NOT_A_TABLE(
            ERROR, "The file cannot be read as a table", "Save it as comma-separated values (CSV) and send it again."),
    EMPTY(ERROR, "The file has no rows of figures", "Check that the download is complete."),
    TOO_LARGE(ERROR, "The file is larger than Slipway takes when it is unpacked", "Send it in parts."),
    BROKEN_ROW(
            ERROR,
            "The row cannot be read",
            "Look for a quotation mark that is not closed, or a download that stopped."),
    WRONG_SEPARATOR(ERROR, "The values are not separated by commas", "Save it with commas."),
    HEADER_BLANK(ERROR, "A column has no name", "Name the column or take it away."),
    HEADER_TWICE(ERROR, "Two columns have the same name", "Rename one of them."),
    COLUMN_MISSING(ERROR, "A column that every file must have is missing", "Add it under exactly this name."),
    FIELD_COUNT(
            ERROR,
            "The row has more or fewer values than the header",
            "Put values that hold commas into quotation marks."),
    CONTROL_CHARACTER(ERROR, "The value holds a character that cannot be printed", "Take it out."),
    PERIOD_FORMAT(
            ERROR,
            "The time period does not fit its identifier",
            "Use four digits for calendar and reporting years, six for years such as 202526."),
    IDENTIFIER_UNKNOWN(ERROR, "The time identifier is not known", "Use one of the standard's, such as Academic year."),
    LEVEL_UNKNOWN(
            ERROR,
            "The geographic level is not known",
            "Use National, Regional or Local authority, spelled like this."),
    LEVEL_NOT_KEPT(
            WARNING,
            "Rows of this geographic level are not kept",
            "Slipway compares England, regions and local authorities. Accept if the other rows are enough."),
    COUNTRY_UNKNOWN(ERROR, "The country is not England, E92000001", "Slipway holds figures of England."),
    REGION_UNKNOWN(
            ERROR, "The region code is not one of the nine regions", "Use the code of the region, such as E12000002."),
    REGION_NOT_PLACED(NOTE, "Figures that belong to no region", "They are counted in England alone."),
    REGION_NAME(WARNING, "The name is not the one that belongs to the region code", "Check which of the two is right."),
    LEVEL_INCOMPLETE(ERROR, "The columns of the row's geographic level are blank", "Fill in code and name."),
    LEVEL_OVERFILLED(
            ERROR, "Columns of a lower geographic level are filled in", "Leave them blank, or correct the level."),
    AUTHORITY_UNKNOWN(
            WARNING,
            "The local authority code is not known",
            "Its figures are kept and compared with nobody. Accept if that is right."),
    AUTHORITY_CODES_DIFFER(ERROR, "The two codes belong to different local authorities", "Correct one of them."),
    AUTHORITY_NAME(
            WARNING,
            "The name is not the one that belongs to the local authority code",
            "The code counts. Check that it is the right one."),
    AUTHORITY_REGION(WARNING, "The local authority is not in this region", "The authority's own region counts."),
    CODE_REWRITTEN(
            WARNING,
            "The code did not exist yet in this period",
            "Published files rewrite past years with today's codes. Both lead to the same authority."),
    LONDON_THREE_WAYS(
            WARNING,
            "London is counted as a whole and as Inner and Outer London",
            "Slipway leaves Inner and Outer London out when it compares regions."),
    MIXED_YEARS(WARNING, "Different kinds of years are mixed", "A trend shows one kind at a time."),
    FILTER_BLANK(ERROR, "A filter is blank", "Write Total where the row is about all items."),
    FILTER_PADDED(ERROR, "A filter has spaces at its beginning or end", "Take them away."),
    FIGURE_BLANK(
            ERROR,
            "A figure is blank",
            "Write a symbol: z not applicable, x unavailable, c confidential, low or k, u unreliable."),
    FIGURE_UNREADABLE(
            ERROR,
            "A figure is neither a number nor a symbol",
            "Write digits without commas or signs, or a symbol: z, x, c, low, k or u."),
    FIGURE_OLD_SYMBOL(NOTE, "A symbol of the older standard", "It is kept as it stands."),
    COLUMN_EMPTY(ERROR, "A whole column is blank", "Take the column away or fill it in."),
    NO_FIGURES(ERROR, "No column holds figures", "Send the file's meta.csv with it, which says which columns do."),
    TOO_MANY_PLACES(ERROR, "The file names more than 20,000 places", "Check that the code columns hold codes."),
    ROW_TWICE(ERROR, "Two rows say the same thing about the same place and period", "Take one of them away."),
    META_UNREADABLE(ERROR, "The meta file cannot be read", "Send the meta.csv that was downloaded with the file."),
    META_COLUMN_MISSING(ERROR, "The meta file lacks a column", "Send the meta.csv as it was downloaded."),
    META_COLUMN_UNKNOWN(ERROR, "The meta file has a column that does not belong to it", "Take it away."),
    META_COLUMN_TWICE(ERROR, "The meta file says two things about one column", "Take one of the two lines away."),
    META_TYPE(ERROR, "The meta file says neither Filter nor Indicator", "Write one of the two."),
    META_NOT_IN_FILE(
            ERROR,
            "The meta file names a column that the file does not have",
            "Check that the two files belong together."),
    FILE_NOT_IN_META(
            ERROR, "The meta file does not name this column of the file", "Check that the two files belong together."),
    NOT_UTF8(
            NOTE,
            "The file was read as Windows-1252, because it is not UTF-8",
            "Check that quotation marks and dashes came out right.");

    private final Severity severity;
    private final String words;
    private final String advice;

    FindingKind(Severity severity, String words, String advice) {
        this.severity = severity;
        this.words = words;
        this.advice = advice;
    }

    Severity severity() {
        return severity;
    }

    /** What is wrong, as a sentence without its full stop. */
    String inWords() {
        return words;
    }

    /** What to do. */
    String advice() {
        return advice;
    }
}
