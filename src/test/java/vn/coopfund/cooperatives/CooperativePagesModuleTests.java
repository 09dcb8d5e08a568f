package vn.coopfund.cooperatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.Files;

class CooperativePagesModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    RegisterBorrower registerBorrower;
    @Autowired
    LinkSignIn linkSignIn;
    @Autowired
    Borrowers borrowers;
    @Autowired
    SignIns signIns;
    @Autowired
    Attachments attachments;
    @Autowired
    JdbcClient jdbc;

    Staff staff;
    RequestPostProcessor officer;
    RequestPostProcessor director;
    BorrowerData data;
    long own;
    long foreign;

    @BeforeEach
    void registerTwo() {
        staff = new Staff(people);
        officer = staff.signedIn(Role.LOAN_OFFICER);
        data = BorrowerFixture.cooperative("HTX rau an toàn Đa Mai");
        own = registerBorrower.register(BorrowerKind.COOPERATIVE, data).id();
        foreign = registerBorrower.register(BorrowerKind.PERSON, BorrowerFixture.person("Ngô Văn Xa")).id();
        Actor person = BorrowerSignIns.of(own, people, linkSignIn);
        director = Staff.signedIn(person);
    }

    @Test
    void listShowsFilesAndDownloadsThem() throws Exception {
        mvc.perform(get("/cooperatives").queryParam("q", data.number()).with(officer)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("HTX rau an toàn Đa Mai"), not(containsString("??")))));
        mvc.perform(get("/cooperatives.csv").queryParam("q", data.number()).with(officer)).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("cooperatives.csv")))
                .andExpect(content().string(allOf(containsString("Mã số"), containsString("HTX rau an toàn Đa Mai"))));
    }

    @Test
    void listSaysWhatToDoWhenNothingIsFound() throws Exception {
        mvc.perform(get("/cooperatives").queryParam("q", "khong co ai ten the nay").with(officer))
                .andExpect(content().string(containsString("Hãy thử từ ngắn hơn")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BORROWER", "ALLIANCE_VIEWER"})
    void registryIsForTheFund(Role role) throws Exception {
        mvc.perform(get("/cooperatives").with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(get("/cooperatives/" + own).with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(get("/cooperatives.csv").with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    @Test
    void fileShowsAllToTheOfficerAndWritesDownThatItWasRead() throws Exception {
        mvc.perform(get("/cooperatives/" + own).with(officer)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(data.representative().citizenNumber()),
                        containsString("Người có liên quan"), not(containsString("??")))));
        assertThat(jdbc.sql("select count(*) from access.audit_log where what = 'ReadBorrower' and subject_id = ?")
                .param(own).query(Long.class).single()).isPositive();
    }

    @Test
    void fileMasksNumbersForTheCouncil() throws Exception {
        mvc.perform(get("/cooperatives/" + own).with(staff.signedIn(Role.COUNCIL_MEMBER))).andExpect(status().isOk())
                .andExpect(content().string(allOf(not(containsString(data.representative().citizenNumber())),
                        containsString("•••••••••"), not(containsString("??")))));
    }

    @Test
    void profileIsTheBorrowersOwn() throws Exception {
        mvc.perform(get("/profile").with(director)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("HTX rau an toàn Đa Mai"), containsString("/profile/consent"),
                        not(containsString("Người có liên quan")), not(containsString("??")))));
        mvc.perform(get("/cooperatives/" + foreign + "/edit").with(director)).andExpect(status().isNotFound());
        mvc.perform(post("/cooperatives/" + foreign + "/consent").with(director).with(csrf()).param("purposes", "LENDING", "CREDIT_HISTORY"))
                .andExpect(status().isNotFound());
    }

    @Test
    void unlinkedSignInHearsWhomToAsk() throws Exception {
        mvc.perform(get("/profile").with(Staff.signedIn(staff.named("nobody-yet", Role.BORROWER)))).andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Hãy liên hệ cán bộ tín dụng")));
    }

    @Test
    void officerRegistersInOneForm() throws Exception {
        mvc.perform(get("/cooperatives/new").with(officer)).andExpect(content().string(containsString("Liên hiệp hợp tác xã")));
        mvc.perform(get("/cooperatives/new").param("kind", "PERSON").with(officer)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Họ và tên"), not(containsString("??")))));
        mvc.perform(post("/cooperatives").with(officer).with(csrf()).param("kind", "COOPERATIVE").param("name", "HTX mới")
                .param("number", BorrowerFixture.taxNumber()).param("foundedOn", "12/03/2016").param("members", "")
                .param("address.provinceCode", "24").param("address.communeCode", "07582"))
                .andExpect(redirectedUrlPattern("/cooperatives/*"));
    }

    @Test
    void formSaysAllThatIsWrongAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/cooperatives").with(officer).with(csrf()).param("kind", "COOPERATIVE").param("name", "HTX go nham")
                .param("number", "2400123456").param("representative.citizenNumber", "12").param("address.provinceCode", "24"))
                .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("<title>Lỗi:"),
                        containsString("href=\"#number\""), containsString("href=\"#representative-citizenNumber\""),
                        containsString("value=\"HTX go nham\""), not(containsString("??")))));
    }

    @Test
    void formSurvivesADateThatIsNone() throws Exception {
        mvc.perform(post("/cooperatives").with(officer).with(csrf()).param("kind", "COOPERATIVE").param("name", "HTX ngay sai")
                .param("number", BorrowerFixture.taxNumber()).param("foundedOn", "31/02/2016").param("members", "nhiều")
                .param("address.provinceCode", "01").param("representative.bornOn", "x"))
                .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("href=\"#foundedOn\""),
                        containsString("href=\"#members\""), containsString("href=\"#representative-bornOn\""),
                        containsString("value=\"HTX ngay sai\""), containsString("Phường Ba Đình"), not(containsString("??")))));
    }

    @Test
    void formShowsTheCommunesOfAnotherProvinceWithoutScripts() throws Exception {
        mvc.perform(post("/cooperatives").with(officer).with(csrf()).param("kind", "COOPERATIVE").param("name", "HTX Ha Noi")
                .param("number", "").param("address.provinceCode", "01").param("also", "communes")).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Phường Ba Đình"), containsString("value=\"HTX Ha Noi\""),
                        not(containsString("Lỗi:")))));
        mvc.perform(get("/cooperatives/communes").param("address.provinceCode", "01").with(director)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Phường Ba Đình"), not(containsString("<html")))));
    }

    @Test
    void borrowerWritesItsOwnProfile() throws Exception {
        int version = borrowers.file(own).version();
        mvc.perform(get("/profile/edit").with(director)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(data.number()), not(containsString("??")))));
        mvc.perform(post("/profile/edit").with(director).with(csrf()).param("version", String.valueOf(version))
                .param("name", "HTX rau sạch").param("number", data.number())).andExpect(redirectedUrl("/profile"));
        assertThat(borrowers.byId(own).name()).isEqualTo("HTX rau sạch");
    }

    @Test
    void consentIsAskedForWithNothingTicked() throws Exception {
        mvc.perform(get("/profile/consent").with(director)).andExpect(status().isOk())
                .andExpect(content().string(allOf(not(containsString("checked")), not(containsString("??")))));
        mvc.perform(post("/profile/consent").with(director).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("href=\"#purposes\""), containsString("bắt buộc để vay vốn"))));
        mvc.perform(post("/profile/consent").with(director).with(csrf()).param("purposes", "LENDING", "CREDIT_HISTORY"))
                .andExpect(redirectedUrl("/profile"));
        assertThat(borrowers.byId(own).consentGiven()).isTrue();
        mvc.perform(post("/profile/consent/withdrawal").with(director).with(csrf())).andExpect(redirectedUrl("/profile"));
        assertThat(borrowers.byId(own).consentGiven()).isFalse();
    }

    @Test
    void consentFormIsPrintedFilledIn() throws Exception {
        byte[] pdf = mvc.perform(get("/cooperatives/" + own + "/consent.pdf").with(officer)).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf")).andReturn().getResponse().getContentAsByteArray();
        java.nio.file.Files.write(java.nio.file.Path.of("target", "consent.pdf"), pdf);
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Nguyễn Văn Thành", data.representative().citizenNumber(), "HTX rau an toàn Đa Mai", "phiên bản 2026-01");
        }
    }

    @Test
    void officerRecordsConsentOnSignedPaper() throws Exception {
        mvc.perform(post("/cooperatives/" + own + "/consent").with(officer).with(csrf()).param("purposes", "LENDING", "CREDIT_HISTORY"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("href=\"#signedOn\"")));
        mvc.perform(post("/cooperatives/" + own + "/consent").with(officer).with(csrf()).param("purposes", "LENDING", "CREDIT_HISTORY")
                .param("signedOn", "2026-01-15")).andExpect(redirectedUrl("/cooperatives/" + own));
        assertThat(borrowers.byId(own).consentGiven()).isTrue();
    }

    @Test
    void papersGoIntoTheFileAndOutOfSight() throws Exception {
        mvc.perform(multipart("/profile/papers").file(new MockMultipartFile("file", "virus.pdf", "application/pdf", Files.executable()))
                .param("kind", "CHARTER").with(director).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Nội dung tệp không phải PDF"), containsString("href=\"#file\""))));
        mvc.perform(multipart("/profile/papers").param("kind", "").with(director).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Chọn tệp để tải lên")));
        mvc.perform(multipart("/profile/papers").file(new MockMultipartFile("file", "Điều lệ.pdf", null, Files.pdf()))
                .param("kind", "CHARTER").with(director).with(csrf())).andExpect(redirectedUrl("/profile#papers"));
        Attachment paper = attachments.of(Subject.cooperative(own)).get(0);
        mvc.perform(get("/profile").with(director)).andExpect(content().string(containsString(paper.path())));
        mvc.perform(post("/profile/papers/" + paper.id() + "/removal").with(director).with(csrf()))
                .andExpect(redirectedUrl("/profile#papers"));
        assertThat(attachments.of(Subject.cooperative(own))).isEmpty();
    }

    @Test
    void papersOpenForThoseWhoHandleThemAndEachReadingIsWrittenDown() throws Exception {
        Attachment paper = attachments.store(Subject.cooperative(own), "IDENTITY_CARD", "cccd.jpg", Files.jpeg());
        mvc.perform(get(paper.path()).with(officer)).andExpect(status().isOk()).andExpect(content().bytes(Files.jpeg()))
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andExpect(content().contentType("image/jpeg"));
        mvc.perform(get(paper.path()).with(director)).andExpect(status().isOk());
        Actor stranger = BorrowerSignIns.of(foreign, people, linkSignIn);
        mvc.perform(get(paper.path()).with(Staff.signedIn(stranger))).andExpect(status().isNotFound());
        mvc.perform(get(paper.path()).with(staff.signedIn(Role.COUNCIL_MEMBER))).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from access.audit_log where what = 'ReadAttachment' and subject_id = ?")
                .param(own).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void officerLinksAndUnlinksRelatedPersons() throws Exception {
        mvc.perform(post("/cooperatives/" + own + "/related").with(officer).with(csrf()).param("relatedId", ""))
                .andExpect(status().isOk()).andExpect(content().string(containsString("href=\"#relatedId\"")));
        mvc.perform(post("/cooperatives/" + own + "/related").with(officer).with(csrf()).param("relatedId", String.valueOf(foreign))
                .param("reason", "anh em ruột")).andExpect(redirectedUrl("/cooperatives/" + own + "#related"));
        mvc.perform(get("/cooperatives/" + own).with(officer))
                .andExpect(content().string(allOf(containsString("Ngô Văn Xa"), containsString("anh em ruột"))));
        mvc.perform(post("/cooperatives/" + own + "/related/" + foreign + "/removal").with(officer).with(csrf()))
                .andExpect(redirectedUrl("/cooperatives/" + own + "#related"));
        assertThat(borrowers.relatedGroup(own)).containsExactly(own);
    }

    @Test
    void administratorLinksSignIns() throws Exception {
        RequestPostProcessor administrator = staff.signedIn(Role.ADMINISTRATOR);
        String page = "/cooperatives/" + own + "/sign-ins";
        mvc.perform(get(page).with(officer)).andExpect(status().isForbidden());
        mvc.perform(get(page).with(administrator)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("borrower-" + own), not(containsString("??")))));
        mvc.perform(post(page).with(administrator).with(csrf()).param("username", "khong-co")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Không có tài khoản này")));
        mvc.perform(post(page).with(administrator).with(csrf()).param("username", staff.with(Role.DIRECTOR).username()))
                .andExpect(content().string(containsString("không phải tài khoản của khách hàng")));
        Actor second = staff.named("second-of-" + own, Role.BORROWER);
        mvc.perform(post(page).with(administrator).with(csrf()).param("username", second.username())).andExpect(redirectedUrl(page));
        assertThat(borrowers.signIns(own)).hasSize(2);
        mvc.perform(post("/cooperatives/" + foreign + "/sign-ins").with(administrator).with(csrf()).param("username", second.username()))
                .andExpect(content().string(containsString("Hãy gỡ ở hồ sơ đó trước")));
        mvc.perform(post(page + "/" + second.id() + "/removal").with(administrator).with(csrf())).andExpect(redirectedUrl(page));
        assertThat(signIns.borrowerOf(second)).isEmpty();
    }

    @Test
    void englishHasItsOwnWords() throws Exception {
        mvc.perform(get("/cooperatives/" + own).param("lang", "en").with(officer)).andExpect(content()
                .string(allOf(containsString("Registration (tax) number"), not(containsString("??")), not(containsString("Mã số")))));
    }
}
