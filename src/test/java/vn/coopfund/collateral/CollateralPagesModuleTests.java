package vn.coopfund.collateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.origination.Cases;

/** The register, an item's page and its forms, and the calls. */
class CollateralPagesModuleTests extends ModuleTest {

    @Autowired Cases cases;
    @Autowired SecuredCases secured;
    @Autowired Handovers handovers;
    @Autowired Items items;
    @Autowired BusinessDay businessDay;
    @Autowired MockMvc web;

    private Actor cooperative;
    private String certificate;

    @BeforeEach
    void aCooperative() {
        certificate = "BG " + UUID.randomUUID().toString().substring(0, 8);
        cooperative = cases.cooperative("tsbd-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private String page(Actor actor, String path) throws Exception {
        String html = web.perform(get(path).with(Staff.signedIn(actor))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("??");
        return html;
    }

    private static MockHttpServletRequestBuilder form(Actor actor, String path, String... fields) {
        MockHttpServletRequestBuilder request = post(path).with(Staff.signedIn(actor)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    @Test
    void aBorrowerAddsALandOnThePagesAndTakesItOutAgain() throws Exception {
        Subject application = secured.drafted(cooperative);
        String base = "/applications/" + application.id() + "/collateral";
        assertThat(page(cooperative, base + "/new")).contains("Quyền sử dụng đất", "Phương tiện vận tải");
        for (CollateralKind kind : CollateralKind.offered()) {
            assertThat(page(cooperative, base + "/new?kind=" + kind)).contains("fields[");
        }
        web.perform(form(cooperative, base, "kind", "LAND", "fields[certificate]", certificate)).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#fields-plot\"")))
                .andExpect(content().string(containsString("Thửa đất số: ")));
        web.perform(form(cooperative, base, "kind", "LAND", "fields[certificate]", certificate, "fields[plot]", "12",
                        "fields[mapSheet]", "3", "fields[area]", "1.200", "fields[address]", "Thôn Dùm", "fields[holders]", "HTX",
                        "estimate", "450.000.000")).andExpect(redirectedUrl("/applications/" + application.id() + "/edit/3"));
        Item item = items.ofApplication(application.id()).get(0);
        assertThat(page(cooperative, "/applications/" + application.id() + "/edit/3")).contains(item.number());
        assertThat(page(cooperative, "/applications/" + application.id())).contains(item.number(), certificate);
        assertThat(page(cooperative, item.path())).contains(certificate, "1.200 m²");
        assertThat(page(cooperative, base + "/new?again=" + item.id())).contains(certificate, "450.000.000");
        web.perform(form(cooperative, base + "/" + item.id() + "/removal")).andExpect(status().is3xxRedirection());
        assertThat(items.ofApplication(application.id())).isEmpty();
        web.perform(form(cooperative, base + "/" + item.id())).andExpect(status().is3xxRedirection());
        assertThat(items.ofApplication(application.id())).hasSize(1);
    }

    @Test
    void eachActHasItsPage() throws Exception {
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(certificate, 300_000_000));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        assertThat(page(appraiser, item.path() + "/valuation")).contains("So sánh giá thị trường");
        web.perform(form(appraiser, item.path() + "/valuation", "amount", "310.000.000", "on", "2020-01-01", "method", "MARKET"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("href=\"#paper\"")));
        web.perform(form(appraiser, item.path() + "/valuation", "amount", "310.000.000", "on", "2020-01-01", "method", "MARKET",
                "paper", "BB 03")).andExpect(redirectedUrl(item.path()));
        long loan = secured.signed(cooperative, application);
        assertThat(page(officer, "/loans/" + loan)).contains("Biện pháp bảo đảm chưa đăng ký", item.number());
        assertThat(page(officer, "/inbox")).contains("Đăng ký biện pháp bảo đảm");
        String task = cases.task(application, "Task_RegisterSecurity").id();
        assertThat(page(officer, "/tasks/" + task)).contains(item.number(), "Chưa đăng ký");
        Actor director = cases.staff().with(Role.DIRECTOR);
        assertThat(page(director, "/loans/" + loan + "/registration-waiver")).contains(item.number());
        web.perform(form(director, "/loans/" + loan + "/registration-waiver")).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#reason\"")));
        assertThat(page(officer, item.path())).contains("Ghi đăng ký biện pháp bảo đảm", "Nhận giữ giấy tờ", "dự phòng",
                "/release-proposal\"").doesNotContain("/release\"");
        for (String act : new String[] {"registration", "papers", "insurance", "release", "release-proposal", "deregistration", "return"}) {
            page(officer, item.path() + "/" + act);
        }
        web.perform(form(officer, item.path() + "/registration", "required", "true", "office", "LAND_OFFICE", "on", today()))
                .andExpect(status().isOk()).andExpect(content().string(containsString("href=\"#number\"")));
        web.perform(form(officer, item.path() + "/registration", "required", "true", "office", "LAND_OFFICE", "number", "ĐK 9",
                "on", today())).andExpect(redirectedUrl(item.path()));
        cases.complete(application, "Task_RegisterSecurity", officer, java.util.Map.of("outcome", "REGISTERED"));
        web.perform(form(officer, item.path() + "/papers", "papers", "Giấy chứng nhận, bản chính", "place", "Két số 1", "party", "Bà Hoa",
                "on", today())).andExpect(redirectedUrl(item.path()));
        long minutes = handovers.of(item.id()).get(0).id();
        web.perform(get("/collateral/handovers/" + minutes + ".pdf").with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"));
        assertThat(page(cooperative, item.path())).contains("Ký xác nhận biên bản", "Két số 1").doesNotContain("BB 03");
        web.perform(form(cooperative, "/collateral/handovers/" + minutes + "/signature")).andExpect(redirectedUrl(item.path()));
        web.perform(form(officer, item.path() + "/release-proposal", "loan", String.valueOf(loan), "reason", "Đủ bảo đảm"))
                .andExpect(redirectedUrl(item.path()));
        assertThat(page(director, item.path())).contains("Đồng ý giải chấp");
        assertThat(page(director, "/inbox")).contains("giải chấp khi còn nợ");
        String release = page(director, item.path()).replaceAll("(?s).*/releases/(\\d+).*", "$1");
        web.perform(form(director, item.path() + "/releases/" + release, "yes", "true")).andExpect(redirectedUrl(item.path()));
        assertThat(page(officer, item.path())).contains("chờ xóa đăng ký");
    }

    private String today() {
        return businessDay.today().toString();
    }

    @Test
    void theRegisterIsSearchedWithoutToneMarksAndExported() throws Exception {
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(certificate, 300_000_000));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        String mine = "q=" + certificate + " quyen su dung dat";
        assertThat(page(officer, "/collateral?" + mine + "&kind=LAND&state=OFFERED&sort=-value")).contains(item.number());
        assertThat(page(officer, "/collateral?" + mine + "&kind=VEHICLE")).doesNotContain(item.number());
        assertThat(page(officer, "/collateral?" + mine + "&due=true")).doesNotContain(item.number());
        for (String sort : Items.COLUMNS.keySet()) {
            page(officer, "/collateral?sort=" + sort);
        }
        web.perform(get("/collateral/export.csv?" + mine).with(Staff.signedIn(officer))).andExpect(status().isOk())
                .andExpect(content().string(containsString(item.number())));
        web.perform(get("/collateral/export.xlsx?" + mine).with(Staff.signedIn(officer))).andExpect(status().isOk());
        assertThat(page(cooperative, "/collateral")).contains(item.number());
        Actor other = cases.cooperative("khac-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(page(other, "/collateral")).doesNotContain(item.number());
    }

    @Test
    void anotherCooperativesItemIsNotThereAndOthersDoNotAct() throws Exception {
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(certificate, 300_000_000));
        Actor other = cases.cooperative("khac-" + UUID.randomUUID().toString().substring(0, 8));
        for (String path : new String[] {item.path(), "/applications/" + application.id() + "/collateral/new",
            "/api/v1/collateral/" + item.id(), "/api/v1/applications/" + application.id() + "/collateral",
            "/api/v1/applications/x/collateral", "/api/v1/loans/1/collateral", "/collateral/handovers/1.pdf"}) {
            web.perform(get(path).with(Staff.signedIn(other))).andExpect(status().isNotFound());
        }
        web.perform(form(cases.staff().with(Role.APPRAISER), item.path() + "/papers")).andExpect(status().isForbidden());
        web.perform(form(cooperative, item.path() + "/valuation")).andExpect(status().isForbidden());
        web.perform(get("/collateral").with(cases.staff().signedIn(Role.ALLIANCE_VIEWER))).andExpect(status().isForbidden());
        web.perform(get("/collateral").with(cases.staff().signedIn(Role.ADMINISTRATOR))).andExpect(status().isForbidden());
    }

    @Test
    void programsOfferAndReadItems() throws Exception {
        Subject application = secured.drafted(cooperative);
        String path = "/api/v1/applications/" + application.id() + "/collateral";
        String body = """
                {"kind":"LAND","estimate":300000000,"fields":{"certificate":"%s","plot":"1","mapSheet":"2","area":"1200.5",
                 "address":"Thôn Dùm","holders":"HTX"}}""".formatted(certificate);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            web.perform(post(path).with(Staff.signedIn(cooperative)).header("Idempotency-Key", key)
                            .contentType("application/json").content(body)).andExpect(status().isCreated())
                    .andExpect(jsonPath("$.state").value("OFFERED")).andExpect(jsonPath("$.fields.area").value("1200.5"))
                    .andExpect(jsonPath("$.estimate").value(300_000_000));
        }
        web.perform(post(path).with(Staff.signedIn(cooperative)).contentType("application/json")
                        .content("{\"kind\":\"LAND\",\"estimate\":1,\"fields\":{\"plate\":\"98C-123.45\"}}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[*].field").value(org.hamcrest.Matchers
                        .hasItems("fields[certificate]", "fields[plate]")));
        web.perform(post(path).with(Staff.signedIn(cooperative)).contentType("application/json").content("{\"kind\":\"BOAT\"}"))
                .andExpect(status().is4xxClientError());
        web.perform(post(path).with(cases.staff().signedIn(Role.CONTROLLER)).contentType("application/json").content(body))
                .andExpect(status().isForbidden());
        long loan = secured.signed(cooperative, application);
        web.perform(get("/api/v1/loans/" + loan + "/collateral").with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(jsonPath("$[0].registrationDue").value(true)).andExpect(jsonPath("$[0].loans[0].rank").value(1));
        web.perform(get(path).with(Staff.signedIn(cooperative))).andExpect(status().isOk()).andExpect(jsonPath("$.length()").value(1));
        web.perform(get("/api/v1/collateral?q=" + certificate).with(cases.staff().signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.total").value(1)).andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aLoanGainsAnItemOfItsBorrower() throws Exception {
        Subject first = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, first, SecuredCases.land(certificate, 300_000_000));
        secured.signed(cooperative, first);
        long loan = secured.signed(cooperative, secured.drafted(cooperative));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        String path = "/loans/" + loan + "/collateral";
        assertThat(page(officer, path)).contains(item.number(), "Thứ tự 1");
        web.perform(form(officer, path)).andExpect(status().isOk()).andExpect(content().string(containsString("href=\"#item\"")));
        web.perform(form(officer, path, "item", String.valueOf(item.id()), "rank", "2", "most", "50.000.000"))
                .andExpect(redirectedUrl("/loans/" + loan));
        assertThat(secured.item(item.id()).openCovers()).extracting(Item.Cover::most).containsExactly(null, 50_000_000L);
        web.perform(get(path).with(Staff.signedIn(cooperative))).andExpect(status().isForbidden());
    }
}
