package vn.coopfund.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

class AttachmentsModuleTests extends ModuleTest {

    @Autowired
    Attachments attachments;
    @Autowired
    JdbcClient jdbc;

    final Subject owner = new Subject(Subject.Type.FUND, UUID.randomUUID().getMostSignificantBits());

    @Test
    void keepsWhatIsStoredWithItsHashAndCleanName() {
        Attachment paper = attachments.store(owner, "CHARTER", "C:\\x\\Điều lệ.doc", Files.pdf());
        assertThat(attachments.of(owner)).containsExactly(paper);
        assertThat(paper.filename()).isEqualTo("Điều lệ.pdf");
        assertThat(paper.type()).isEqualTo(PaperType.PDF);
        assertThat(paper.sha256()).hasSize(64);
        assertThat(paper.size()).isEqualTo(Files.pdf().length);
    }

    @Test
    void refusesEmptyLargeAndForeignFiles() {
        assertRefused(new byte[0], "documents.refused.empty");
        assertRefused(Files.executable(), "documents.refused.type");
        byte[] large = new byte[21 * 1024 * 1024];
        System.arraycopy(Files.pdf(), 0, large, 0, 8);
        assertRefused(large, "documents.refused.too-large");
        assertThat(attachments.of(owner)).isEmpty();
    }

    @Test
    void opensNothingThatNoRoomAnswersFor() {
        Attachment paper = attachments.store(owner, "CHARTER", "a.pdf", Files.pdf());
        assertThatThrownBy(() -> attachments.open(paper.id())).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void keepsWithdrawnPapersOutOfSight() {
        Attachment paper = attachments.store(owner, "CHARTER", "a.pdf", Files.pdf());
        attachments.withdraw(owner, paper.id());
        assertThat(attachments.of(owner)).isEmpty();
        assertThat(attachments.everOf(owner)).singleElement().matches(Attachment::withdrawn);
    }

    @Test
    void withdrawsOnlyForTheOwner() {
        Attachment paper = attachments.store(owner, "CHARTER", "a.pdf", Files.pdf());
        assertThatThrownBy(() -> attachments.withdraw(Subject.loan(owner.id()), paper.id())).isInstanceOf(Refusal.class);
        assertThat(attachments.of(owner)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "delete from documents.attachment_content where attachment_id = ?",
        "update documents.attachment_content set bytes = 'x' where attachment_id = ?",
        "delete from documents.attachment where id = ?",
        "update documents.attachment set sha256 = repeat('0', 64) where id = ?",
        "update documents.attachment set withdrawn_at = now(), filename = 'x' where id = ?"})
    void databaseRefusesToChangeOrRemoveAPaper(String sql) {
        Attachment paper = attachments.store(owner, "CHARTER", "a.pdf", Files.pdf());
        assertThatThrownBy(() -> jdbc.sql(sql).param(paper.id()).update()).rootCause().message()
                .containsAnyOf("only added", "only ever withdrawn");
    }

    private void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> attachments.store(owner, "CHARTER", "a.pdf", new ByteArrayInputStream(content)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reasons().get(0).field()).isEqualTo("file");
                    assertThat(refusal.reasons().get(0).code()).isEqualTo(code);
                });
    }
}
