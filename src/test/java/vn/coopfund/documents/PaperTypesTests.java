package vn.coopfund.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaperTypesTests {

    @Test
    void knowsEachKindByItsContent() {
        assertThat(PaperTypes.detect(Files.pdf())).contains(PaperType.PDF);
        assertThat(PaperTypes.detect(Files.jpeg())).contains(PaperType.JPEG);
        assertThat(PaperTypes.detect(Files.png())).contains(PaperType.PNG);
        assertThat(PaperTypes.detect(Files.docx())).contains(PaperType.DOCX);
        assertThat(PaperTypes.detect(Files.xlsx())).contains(PaperType.XLSX);
    }

    @Test
    void refusesPrograms() {
        assertThat(PaperTypes.detect(Files.executable())).isEmpty();
        assertThat(PaperTypes.detect("#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void refusesPagesPicturesWithScriptsAndPlainText() {
        assertThat(PaperTypes.detect("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(PaperTypes.detect("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(PaperTypes.detect("xin chào".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void refusesPagesThatBeginLikePapers() {
        assertThat(PaperTypes.detect("%PDF-1.4\n<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void refusesOtherArchives() {
        assertThat(PaperTypes.detect(Files.zip("readme.txt"))).isEmpty();
        assertThat(PaperTypes.detect(Files.zip("META-INF/MANIFEST.MF", "word/document.xml"))).isEmpty();
    }

    @Test
    void refusesOfficeFilesWithMacros() {
        assertThat(PaperTypes.detect(Files.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).isEmpty();
    }

    @Test
    void refusesArchivesCutShort() {
        byte[] whole = Files.docx();
        assertThat(PaperTypes.detect(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
    }
}
