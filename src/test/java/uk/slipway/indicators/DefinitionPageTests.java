package uk.slipway.indicators;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.kernel.Uuid7;

/** How a data lead says what a figure means, from a small data set with one published release. */
@PageTest
class DefinitionPageTests {

    private static final String CHILDREN = "/indicators/example-children";
    private static final String DATASET = "childrens-example";
    private static final String FIGURES = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,group,children,rate
        2025,Reporting year,National,E92000001,England,,,,,,Total,100,20
        2025,Reporting year,National,E92000001,England,,,,,,Girls,40,10
        2025,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Total,12,31
        2025,Reporting year,Local authority,E92000001,England,E12000002,North West,350,E08000001,Bolton,Girls,5,c
        """;

    @Autowired
    MockMvc browser;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    private Viewer lead;

    @BeforeEach
    void aDataSetIsPublished() throws Exception {
        lead = people.dataLead();
        send("/datasets/new", Map.of("title", "Children's example", "source", "Department of Examples"));
        var id = Uuid7.next();
        var file = new MockMultipartFile("file", "figures.csv", "text/csv", FIGURES.getBytes(StandardCharsets.UTF_8));
        browser.perform(multipart("/datasets/childrens-example/files/new")
                .file(file)
                .param("id", id.toString())
                .param("label", "2025")
                .with(people.signedInAs(lead)));
        send("/datasets/childrens-example/files/" + id + "/publish", Map.of("accepted", "true"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aDataLeadChoosesADataSetAndSaysWhatItsFigureMeans() throws Exception {
        see("/indicators").andExpect(content().string(containsString("Define an indicator")));
        see("/indicators/new").andExpect(content().string(containsString("Which data set is the figure in?")));
        see("/indicators/new?dataset=" + DATASET).andExpect(content().string(containsString("Girls")));
        send("/indicators/new", definition()).andExpect(redirectedUrl(CHILDREN));
        see(CHILDREN + "?authority=E08000001")
                .andExpect(content().string(containsString("Bolton: 5 in 2025")))
                .andExpect(content().string(containsString("19 November 2027")));
    }

    @Test
    void aFilterThatIsNotChosenStandsAtItsTotal() throws Exception {
        var form = definition();
        form.remove("item0");
        send("/indicators/new", form).andExpect(redirectedUrl(CHILDREN));
        see(CHILDREN + "?authority=E08000001").andExpect(content().string(containsString("Bolton: 12 in 2025")));
    }

    @Test
    void theSameFormSentAgainMakesOneIndicator() throws Exception {
        var form = definition();
        send("/indicators/new", form);
        send("/indicators/new", form).andExpect(redirectedUrl(CHILDREN));
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() throws Exception {
        var form = definition();
        form.put("name", "");
        form.put("unit", "furlongs");
        form.put("polarity", "");
        form.put("figure", "no_such_figure");
        send("/indicators/new", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Enter the name")))
                .andExpect(content().string(containsString("Choose the unit")))
                .andExpect(content().string(containsString("Choose whether high or low is good")))
                .andExpect(content().string(containsString("Choose the figure")))
                .andExpect(content().string(containsString("Every child of the example")));
    }

    @Test
    void aNameThatIsTakenIsRefusedAndSoIsTheAddressOfThisPage() throws Exception {
        var form = definition();
        send("/indicators/new", definition());
        send("/indicators/new", form)
                .andExpect(content().string(containsString("There is an indicator with this name")));
        form.put("name", "New");
        send("/indicators/new", form)
                .andExpect(content().string(containsString("There is an indicator with this name")));
    }

    @Test
    void anItemThatTheFilterDoesNotHaveIsRefused() throws Exception {
        var form = definition();
        form.put("item0", "Children of the moon");
        send("/indicators/new", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose an item of the filter")));
    }

    @Test
    void aFormThatLostItsDataSetKeepsWhatWasTyped() throws Exception {
        var form = definition();
        form.put("dataset", "gone");
        send("/indicators/new", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a data set that has a published release")))
                .andExpect(content().string(containsString("Every child of the example")));
    }

    @Test
    void aDefinitionIsChangedAndItsAddressStays() throws Exception {
        send("/indicators/new", definition());
        var form = definition();
        form.put("name", "Example: rate of girls");
        form.put("figure", "rate");
        form.put("version", version());
        see(CHILDREN + "/edit").andExpect(content().string(containsString("Change what an indicator means")));
        send(CHILDREN + "/edit", form).andExpect(redirectedUrl(CHILDREN));
        see(CHILDREN + "?authority=350")
                .andExpect(content().string(containsString("Example: rate of girls")))
                .andExpect(content().string(containsString("Bolton has no figure for 2025: confidential (c)")));
    }

    @Test
    void whoeverSavesSecondSeesBoth() throws Exception {
        send("/indicators/new", definition());
        var first = definition();
        first.put("version", version());
        first.put("description", "What the first wrote");
        var second = definition();
        second.put("version", version());
        second.put("description", "What the second wrote");
        send(CHILDREN + "/edit", first).andExpect(redirectedUrl(CHILDREN));
        send(CHILDREN + "/edit", second)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("What the first wrote")))
                .andExpect(content().string(containsString("What the second wrote")));
        second.put("version", version());
        send(CHILDREN + "/edit", second).andExpect(redirectedUrl(CHILDREN));
        see(CHILDREN).andExpect(content().string(containsString("What the second wrote")));
    }

    @Test
    void whoIsNotOfTheRegionalTeamIsOfferedNothing() throws Exception {
        browser.perform(get("/indicators").with(people.signedInAs(people.officer("Bolton"))))
                .andExpect(content().string(not(containsString("Define an indicator"))));
    }

    private String version() {
        return jdbc.sql("select version from indicator where slug = 'example-children'")
                .query(Long.class)
                .single()
                .toString();
    }

    private static Map<String, String> definition() {
        var form = new HashMap<String, String>();
        form.put("id", Uuid7.next().toString());
        form.put("dataset", DATASET);
        form.put("name", "Example: children");
        form.put("description", "Every child of the example");
        form.put("figure", "children");
        form.put("item0", "Girls");
        form.put("unit", "number");
        form.put("decimalPlaces", "0");
        form.put("polarity", Polarity.NONE.inWords());
        form.put("grouping", "National Framework outcome 4: stable, loving homes");
        form.put("nextPublication.day", "19");
        form.put("nextPublication.month", "11");
        form.put("nextPublication.year", "2027");
        return form;
    }

    private ResultActions see(String address) throws Exception {
        return browser.perform(get(address).with(people.signedInAs(lead))).andExpect(status().isOk());
    }

    private ResultActions send(String address, Map<String, String> form) throws Exception {
        var request = post(address).with(people.signedInAs(lead));
        form.forEach(request::param);
        return browser.perform(request);
    }
}
