package vn.coopfund.servicing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.web.Texts;

/** The words of a file that a person downloads, where a program reads fixed names. */
@Component
class TableWords {

    private final Texts texts;

    TableWords(Texts texts) {
        this.texts = texts;
    }

    /** @param prefix of the messages that name the columns */
    List<String> heads(String prefix, List<String> columns) {
        return columns.stream().map(column -> texts.of(prefix + column)).toList();
    }

    /** The cells with the words of a message in place of one of them. */
    Object[] cells(Object[] cells, int at, String key, Object... arguments) {
        cells[at] = texts.of(key, arguments);
        return cells;
    }
}
