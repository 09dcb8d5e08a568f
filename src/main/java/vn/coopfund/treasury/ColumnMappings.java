package vn.coopfund.treasury;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.vouchers.BankAccount;

/** The saved column mappings of the fund's bank accounts. */
@Component
public class ColumnMappings {

    private static final String SELECT = """
            select id, name, header_row, date_column as date, credit_column as credit, debit_column as debit,
                   balance_column as balance, content_column as content, reference_column as reference, date_pattern,
                   decimal_mark, thousand_mark, encoding from treasury.column_mapping where\s""";

    private final JdbcClient jdbc;

    ColumnMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mapping under its id. */
    public record Saved(long id, ColumnMapping mapping) {
    }

    /** The latest saved first. */
    public List<Saved> of(BankAccount account) {
        return jdbc.sql(SELECT + "bank_account_id = ? order by saved_at desc").param(account.id())
                .query((row, number) -> saved(row)).list();
    }

    public Optional<Saved> find(Long id) {
        return id == null ? Optional.empty()
                : jdbc.sql(SELECT + "id = ?").param(id).query((row, number) -> saved(row)).optional();
    }

    /** Adds it, or puts it in the place of the account's mapping of that name. Answers its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    long save(BankAccount account, ColumnMapping mapping) {
        return jdbc.sql("""
                insert into treasury.column_mapping (bank_account_id, name, header_row, date_column, credit_column,
                    debit_column, balance_column, content_column, reference_column, date_pattern, decimal_mark,
                    thousand_mark, encoding)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (bank_account_id, name) do update set header_row = excluded.header_row,
                    date_column = excluded.date_column, credit_column = excluded.credit_column,
                    debit_column = excluded.debit_column, balance_column = excluded.balance_column,
                    content_column = excluded.content_column, reference_column = excluded.reference_column,
                    date_pattern = excluded.date_pattern, decimal_mark = excluded.decimal_mark,
                    thousand_mark = excluded.thousand_mark, encoding = excluded.encoding, saved_at = clock_timestamp()
                returning id""").params(java.util.Arrays.asList(account.id(), mapping.name(), mapping.headerRow(), mapping.date(),
                        mapping.credit(), mapping.debit(), mapping.balance(), mapping.content(), mapping.reference(),
                        mapping.datePattern(), mapping.decimalMark(), mapping.thousandMark(), mapping.encoding()))
                .query(Long.class).single();
    }

    private static Saved saved(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Saved(row.getLong("id"), new ColumnMapping(row.getString("name"), row.getInt("header_row"),
                row.getString("date"), row.getString("credit"), row.getString("debit"), row.getString("balance"),
                row.getString("content"), row.getString("reference"), row.getString("date_pattern"),
                row.getString("decimal_mark"), row.getString("thousand_mark"), row.getString("encoding")));
    }
}
