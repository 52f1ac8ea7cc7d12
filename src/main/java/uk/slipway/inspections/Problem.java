package uk.slipway.inspections;

/**
 * Something in a file that a person has to know.
 *
 * @param row as a spreadsheet numbers it, the header being 1; 0 for the file as a whole
 * @param column its heading, or nothing
 * @param value what stands there, at most 100 characters
 * @param error true when the file cannot be imported with it
 */
record Problem(int row, String column, String value, String what, String todo, boolean error) {

    Problem {
        value = value.length() > 100 ? value.substring(0, 99) + "…" : value;
    }

    static Problem ofFile(String what, String todo) {
        return new Problem(0, "", "", what, todo, true);
    }

    public String place() {
        return row == 0 ? "Whole file" : "Row " + row;
    }
}
