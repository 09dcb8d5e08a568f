package vn.coopfund.cooperatives;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

class CooperativeApiModuleTests extends ModuleTest {

    static final String ALL = "/api/v1/cooperatives";

    @Autowired
    MockMvc mvc;
    @Autowired
    ObjectMapper json;
    @Autowired
    People people;
    @Autowired
    RegisterBorrower registerBorrower;
    @Autowired
    LinkSignIn linkSignIn;

    Staff staff;
    RequestPostProcessor officer;

    @BeforeEach
    void officerSignsIn() {
        staff = new Staff(people);
        officer = staff.signedIn(Role.LOAN_OFFICER);
    }

    @Test
    void registersReadsAndWritesAFile() throws Exception {
        ObjectNode body = body("HTX mỳ Chũ Nam Dương");
        String created = mvc.perform(post(ALL).with(officer).contentType(MediaType.APPLICATION_JSON).content(body.toString()))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.id").isString())
                .andExpect(jsonPath("$.profileComplete").value(true)).andExpect(jsonPath("$.consentGiven").value(false))
                .andExpect(jsonPath("$.addressText").value("Thôn Trại Một, Xã Lục Ngạn, Tỉnh Bắc Ninh"))
                .andExpect(jsonPath("$.foundedOn").value("2016-03-12"))
                .andReturn().getResponse().getContentAsString();
        String one = ALL + "/" + json.readTree(created).get("id").asText();
        ObjectNode changed = (ObjectNode) json.readTree(created);
        changed.put("members", 41);
        mvc.perform(put(one).with(officer).contentType(MediaType.APPLICATION_JSON).content(changed.toString()))
                .andExpect(status().isOk()).andExpect(jsonPath("$.members").value(41));
        mvc.perform(put(one).with(officer).contentType(MediaType.APPLICATION_JSON).content(changed.toString()))
                .andExpect(status().isConflict());
        mvc.perform(get(one).with(officer)).andExpect(status().isOk()).andExpect(jsonPath("$.members").value(41));
    }

    @Test
    void leavesWhatAPutDoesNotNameAndEmptiesWhatItNamesEmpty() throws Exception {
        BorrowerView view = new Staff(people).as(Role.LOAN_OFFICER,
                () -> registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative("HTX sửa từng phần")));
        mvc.perform(put(ALL + "/" + view.id()).with(officer).contentType(MediaType.APPLICATION_JSON)
                .content("{\"members\":50,\"email\":null,\"address\":{\"village\":\"Thôn Mới\",\"line\":\"Thôn Hai\"}}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.members").value(50))
                .andExpect(jsonPath("$.email").isEmpty()).andExpect(jsonPath("$.address.line").value("Thôn Hai"))
                .andExpect(jsonPath("$.address.communeCode").value("07582"))
                .andExpect(jsonPath("$.name").value("HTX sửa từng phần"));
    }

    @Test
    void namesEveryWrongField() throws Exception {
        ObjectNode body = body("x");
        body.put("number", "2400123456").put("members", 0).put("foundedOn", "2198-01-01");
        ((ObjectNode) body.get("representative")).put("citizenNumber", "123");
        mvc.perform(post(ALL).with(officer).contentType(MediaType.APPLICATION_JSON).content(body.toString()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field").value(
                        containsInAnyOrder("number", "members", "foundedOn", "representative.citizenNumber")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", ""})
    void cannotReadWhatIsNoObject(String body) throws Exception {
        mvc.perform(post(ALL).with(officer).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().is4xxClientError()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\":\"BANK\"}", "{\"kind\":1}", "{\"foundedOn\":5}", "{\"foundedOn\":\"2020-02-30\"}",
        "{\"members\":1.5}", "{\"members\":\"x\"}", "{\"address\":7}", "{}"})
    void refusesWrongTypesAtTheirField(String body) throws Exception {
        mvc.perform(post(ALL).with(officer).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "LOAN_OFFICER", mode = EnumSource.Mode.EXCLUDE)
    void refusesAllOthersBeforeTheBodyIsRead(Role role) throws Exception {
        mvc.perform(post(ALL).with(staff.signedIn(role)).contentType(MediaType.APPLICATION_JSON).content("{"))
                .andExpect(status().isForbidden()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("Cán bộ tín dụng")));
    }

    @Test
    void asksStrangersToSignIn() throws Exception {
        mvc.perform(get(ALL).with(anonymous())).andExpect(status().isUnauthorized());
    }

    @Test
    void showsTheAllianceNothing() throws Exception {
        mvc.perform(get(ALL).with(staff.signedIn(Role.ALLIANCE_VIEWER))).andExpect(status().isForbidden());
    }

    @Test
    void showsABorrowerItsOwnFileAlone() throws Exception {
        long own = cooperative("HTX của mình").id();
        long foreign = cooperative("HTX của người").id();
        Actor director = BorrowerSignIns.of(own, people, linkSignIn);
        mvc.perform(get(ALL).with(Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.items[0].id").value(String.valueOf(own)));
        mvc.perform(get(ALL + "/" + own).with(Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(jsonPath("$.masked").value(false));
        mvc.perform(get(ALL + "/" + foreign).with(Staff.signedIn(director))).andExpect(status().isNotFound());
        mvc.perform(put(ALL + "/" + foreign).with(Staff.signedIn(director)).contentType(MediaType.APPLICATION_JSON)
                .content(body("Chiếm hồ sơ").toString())).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "99999999999999999999"})
    void knowsNoOtherIds(String id) throws Exception {
        mvc.perform(get(ALL + "/" + id).with(officer)).andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"COUNCIL_MEMBER", "COUNCIL_CHAIR", "ACCOUNTANT", "CHIEF_ACCOUNTANT", "ADMINISTRATOR"})
    void masksPersonalNumbersForThoseWhoNeedNotSeeThem(Role role) throws Exception {
        BorrowerData person = BorrowerFixture.person("Đỗ Thị Hà");
        long id = registerBorrower.register(BorrowerKind.PERSON, person).id();
        String masked = "•••••••••" + person.number().substring(9);
        mvc.perform(get(ALL + "/" + id).with(staff.signedIn(role))).andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(masked)).andExpect(jsonPath("$.representative.citizenNumber").value(masked))
                .andExpect(jsonPath("$.representative.bornOn").isEmpty())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(person.number()))));
        mvc.perform(get(ALL).param("q", "do thi ha").param("size", "1000").with(staff.signedIn(role)))
                .andExpect(jsonPath("$.items[*].number").value(hasItem(masked)));
        mvc.perform(get(ALL).param("q", person.number()).with(staff.signedIn(role))).andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void findsWithoutToneMarksAndByWholePersonalNumber() throws Exception {
        BorrowerData person = BorrowerFixture.person("Hoàng Đức Ỷ");
        registerBorrower.register(BorrowerKind.PERSON, person);
        mvc.perform(get(ALL).param("q", "HOANG duc y").with(officer)).andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].name").value("Hoàng Đức Ỷ"));
        mvc.perform(get(ALL).param("q", person.number()).with(officer)).andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void pagesAndSorts() throws Exception {
        String mark = "Zeta" + BorrowerFixture.taxNumber();
        for (String name : new String[] {"b", "c", "a"}) {
            cooperative(mark + " " + name);
        }
        mvc.perform(get(ALL).param("q", mark).param("size", "2").param("sort", "-name").with(officer))
                .andExpect(jsonPath("$.total").value(3)).andExpect(jsonPath("$.size").value(2))
                .andExpect(jsonPath("$.items[0].name").value(mark + " c"))
                .andExpect(jsonPath("$.items[1].name").value(mark + " b"));
        mvc.perform(get(ALL).param("size", "1001").with(officer)).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void keepsTheKind() throws Exception {
        BorrowerView view = cooperative("HTX giữ loại");
        ObjectNode body = body("HTX giữ loại");
        body.put("kind", "UNION");
        mvc.perform(put(ALL + "/" + view.id()).with(officer).contentType(MediaType.APPLICATION_JSON).content(body.toString()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("kind"));
    }

    @Test
    void answersWhereTheFileIs() throws Exception {
        mvc.perform(post(ALL).with(officer).contentType(MediaType.APPLICATION_JSON).content(body("HTX đâu").toString()))
                .andExpect(header().string("Location", containsString(ALL + "/")));
    }

    private BorrowerView cooperative(String name) {
        return registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative(name));
    }

    private ObjectNode body(String name) {
        JsonNode data = json.valueToTree(BorrowerFixture.cooperative(name));
        return ((ObjectNode) data).put("kind", "COOPERATIVE");
    }
}
