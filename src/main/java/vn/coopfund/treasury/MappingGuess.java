package vn.coopfund.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.coopfund.web.SearchText;

/** What a file's headings suggest to somebody who maps it for the first time. */
final class MappingGuess {

    private MappingGuess() {
    }

    /** The first rows of a file, and which of them is likely to hold the headings (0: none). */
    record Head(List<List<String>> rows, int headerRow) {

        /** The headings of a row, each once. */
        List<String> headings(int row) {
            return row < 1 || row > rows.size() ? List.of()
                    : rows.get(row - 1).stream().map(text -> text.replaceAll("\\s+", " ")).filter(text -> !text.isBlank())
                            .distinct().toList();
        }
    }

    static Head head(StatementFile.Kind kind, byte[] content, int most) {
        List<List<String>> rows = new ArrayList<>();
        StatementFile.read(kind, content, java.nio.charset.StandardCharsets.UTF_8, 1, row -> {
            while (rows.size() < row.number() - 1 && rows.size() < most) {
                rows.add(List.of());
            }
            if (rows.size() < most) {
                rows.add(row.texts());
            }
            return rows.size() < most;
        });
        int best = 0;
        int header = 0;
        for (int row = 0; row < rows.size(); row++) {
            int known = (int) rows.get(row).stream().map(SearchText::of).filter(MappingGuess::isKnown).count();
            if (known > best) {
                best = known;
                header = row + 1;
            }
        }
        return new Head(rows, header);
    }

    static ColumnMapping of(Head head, String name) {
        List<String> headings = head.headings(head.headerRow());
        return new ColumnMapping(name, Math.max(1, head.headerRow()), find(headings, MappingGuess::isDate),
                find(headings, MappingGuess::isCredit), find(headings, MappingGuess::isDebit),
                find(headings, MappingGuess::isBalance), find(headings, MappingGuess::isContent),
                find(headings, MappingGuess::isReference), "d/M/uuuu", ",", ".", "UTF-8");
    }

    private static String find(List<String> headings, Predicate<String> is) {
        return headings.stream().filter(heading -> is.test(SearchText.of(heading))).findFirst().orElse(null);
    }

    private static boolean isKnown(String heading) {
        return isDate(heading) || isCredit(heading) || isDebit(heading) || isBalance(heading) || isContent(heading)
                || isReference(heading);
    }

    private static boolean isDate(String heading) {
        return heading.length() < 40 && heading.matches("ngay.*|.*\\bdate\\b.*|.*ngay (gd|giao dich|hach toan|hieu luc).*");
    }

    private static boolean isCredit(String heading) {
        return heading.matches("(.*ghi co.*|co|.*\\bcredit\\b.*|.*phat sinh co.*|.*tien vao.*)");
    }

    private static boolean isDebit(String heading) {
        return heading.matches("(.*ghi no.*|no|.*\\bdebit\\b.*|.*phat sinh no.*|.*tien ra.*)");
    }

    private static boolean isBalance(String heading) {
        return heading.matches("(so du( cuoi| sau.*)?|.*\\bbalance\\b.*|so du luy ke)");
    }

    private static boolean isContent(String heading) {
        return heading.matches("(.*noi dung.*|.*dien giai.*|.*mo ta.*|.*description.*|.*content.*|.*remark.*)");
    }

    private static boolean isReference(String heading) {
        return heading.matches("(.*tham chieu.*|.*but toan.*|.*so ct.*|.*so chung tu.*|.*ma gd.*|.*ma giao dich.*|.*reference.*|.*\\bref\\b.*)");
    }
}
