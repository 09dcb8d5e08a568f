package vn.coopfund.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path home;

    DataFolder folder;

    @BeforeEach
    void take() throws IOException {
        folder = DataFolder.take(home);
    }

    @AfterEach
    void letGo() throws IOException {
        folder.close();
    }

    @Test
    void belongsToOneAtATime() throws IOException {
        assertThatThrownBy(() -> DataFolder.take(home)).isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("already running");
        folder.close();
        folder = DataFolder.take(home);
    }

    @Test
    void throwsAwayWhatInitdbDidNotFinish() throws IOException {
        folder.prepare("17");
        write("postgres/data/base/5/pg_filenode.map");
        folder.prepare("17");
        assertThat(folder.data()).doesNotExist();
    }

    @Test
    void keepsBackupPutBackOverAnUnfinishedFolder() throws IOException {
        folder.prepare("17");
        write("postgres/data/base/16386/1259");
        write("postgres/data/PG_VERSION");
        write("secrets/postgres");
        folder.prepare("17");
        assertThat(folder.data().resolve("base/16386/1259")).exists();
    }

    @Test
    void keepsWhateverItHasNotMarkedItself() throws IOException {
        write("postgres/data/base/5/pg_filenode.map");
        assertThatThrownBy(() -> folder.prepare("17")).hasMessageContaining("holds files but no database");
        assertThat(folder.data().resolve("base/5/pg_filenode.map")).exists();
    }

    @Test
    void refusesDatabaseOfAnotherMajorVersion() throws IOException {
        write("postgres/data/PG_VERSION");
        write("secrets/postgres");
        assertThatThrownBy(() -> folder.prepare("18")).hasMessageContaining("is of PostgreSQL 17");
    }

    @Test
    void refusesDatabaseWhoseSecretsAreMissing() throws IOException {
        write("postgres/data/PG_VERSION");
        assertThatThrownBy(() -> folder.prepare("17")).hasMessageContaining("secrets");
    }

    @Test
    void throwsAwayHalfUnpackedBinaries() throws IOException {
        write("postgres/binaries/PG-half/bin/initdb");
        write("postgres/binaries/PG-whole/bin/initdb");
        write("postgres/binaries/PG-whole/.exists");
        folder.prepare("17");
        assertThat(folder.binaries().resolve("PG-half")).doesNotExist();
        assertThat(folder.binaries().resolve("PG-whole/bin/initdb")).exists();
    }

    @Test
    void drawsSecretOnce() throws IOException {
        Account first = folder.account(Account.OWNER);
        assertThat(first.password()).hasSizeGreaterThan(40);
        assertThat(folder.account(Account.OWNER)).isEqualTo(first);
        assertThat(folder.account(Account.APPLICATION).password()).isNotEqualTo(first.password());
    }

    private void write(String file) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "17\n");
    }
}
