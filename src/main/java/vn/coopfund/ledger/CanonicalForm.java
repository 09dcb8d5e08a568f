package vn.coopfund.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The canonical form 1 of an entry, over which its seal is computed, so that an auditor can compute it too. Fields in
 * the order below, each as its length in bytes, a colon and its UTF-8 text; an absent one is a dash; dates are
 * {@code YYYY-MM-DD}, moments microseconds since 1970, amounts whole đồng.
 * <pre>
 * entry       ENTRY, fund, id, booked on, value date, recorded at, text, source fact, lines, amount, maker, checker,
 *             reverses; then of each line in order: number, account, debit, credit, loan, borrower, capital source,
 *             term class, debt group
 * memorandum  MEMORANDUM, fund, id, booked on, value date, recorded at, account, increase, decrease, loan, borrower,
 *             text, source fact, maker
 * </pre>
 * The hash is SHA-256 over the hash before (32 zero bytes at the beginning), the position, a colon, and the form.
 */
final class CanonicalForm {

    static final int NUMBER = 1;

    /** Columns {@code head} and {@code lines} of what {@code s} names by kind, entry_id and booked_on; null where it is not. */
    static final String COLUMNS = """
            case when e.id is not null then array['ENTRY', e.fund_id::text, e.id::text, to_char(e.booked_on, 'YYYY-MM-DD'),
                     to_char(e.value_date, 'YYYY-MM-DD'), (extract(epoch from e.recorded_at) * 1000000)::bigint::text, e.text,
                     e.source_fact, e.line_count::text, e.amount::text, e.made_by::text, e.checked_by::text,
                     (select f.reverses::text from ledger.posted_fact f where f.entry_id = e.id)]
                 when m.id is not null then array['MEMORANDUM', m.fund_id::text, m.id::text,
                     to_char(m.booked_on, 'YYYY-MM-DD'), to_char(m.value_date, 'YYYY-MM-DD'),
                     (extract(epoch from m.recorded_at) * 1000000)::bigint::text, m.account, m.increase::text,
                     m.decrease::text, m.loan_id::text, m.borrower_id::text, m.text, m.source_fact, m.made_by::text]
            end as head,
            (select array_agg(field order by p.line_number, at)
             from ledger.posting p, unnest(array[p.line_number::text, p.account, p.debit::text, p.credit::text,
                 p.loan_id::text, p.borrower_id::text, p.capital_source_id::text, p.term_class, p.debt_group::text])
                 with ordinality as part(field, at)
             where p.entry_id = e.id and p.booked_on = e.booked_on) as lines""";
    static final String TABLES = """
             left join ledger.entry e on s.kind = 'ENTRY' and e.id = s.entry_id and e.booked_on = s.booked_on
             left join ledger.memorandum_entry m on s.kind = 'MEMORANDUM' and m.id = s.entry_id""";
    private static final byte[] BEGINNING = new byte[32];

    private CanonicalForm() {
    }

    /** The form of a row with {@link #COLUMNS}; null where the entry is not there. */
    static String read(ResultSet row) throws SQLException {
        Array head = row.getArray("head");
        if (head == null) {
            return null;
        }
        StringBuilder form = new StringBuilder();
        append(form, head);
        append(form, row.getArray("lines"));
        return form.toString();
    }

    /** @param before the hash before; null at the beginning */
    static byte[] hash(byte[] before, long position, String form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before == null ? BEGINNING : before);
            return digest.digest((position + ":" + form).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void append(StringBuilder form, Array fields) throws SQLException {
        if (fields != null) {
            for (String field : (String[]) fields.getArray()) {
                if (field == null) {
                    form.append('-');
                } else {
                    form.append(field.getBytes(StandardCharsets.UTF_8).length).append(':').append(field);
                }
            }
        }
    }
}
