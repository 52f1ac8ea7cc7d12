package uk.slipway.accounts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The accounts that the demonstration offers on its sign-in page. */
final class DemonstrationAccounts {

    /** What each is, by address. */
    static final Map<String, String> EXAMPLES = examples();

    private DemonstrationAccounts() {}

    private static Map<String, String> examples() {
        var examples = new LinkedHashMap<String, String>();
        examples.put("officer@bolton.example", "local authority officer");
        examples.put("director@bolton.example", "Director of Children’s Services");
        examples.put("chief-executive@bolton.example", "Chief Executive");
        examples.put("lead-member@bolton.example", "Lead Member");
        examples.put("accounts@bolton.example", "account manager");
        examples.put("officer@bury.example", "officer of another authority");
        examples.put("director@bury.example", "peer Director");
        examples.put("director@wigan.example", "peer Director");
        examples.put("manager@region.example", "regional manager");
        examples.put("data@region.example", "regional data lead");
        examples.put("specialist@region.example", "education specialist");
        examples.put("inspector@ofsted.example", "Ofsted colleague");
        examples.put("reader@elsewhere.example", "reader from another region");
        examples.put("admin@slipway.example", "administrator");
        return Collections.unmodifiableMap(examples);
    }
}
