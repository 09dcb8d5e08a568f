package vn.coopfund.simulation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.database.TestDatabase;

/**
 * Founds a further fund beside those that are there: with the chart, regulation, rules and accounts with which the
 * migrations leave the first one, whatever became of that one since. Every root of the program bears its fund's id, so a
 * fund is alone in a database that others use too.
 */
public final class FoundedFund {

    /** What a fund is born with, in an order in which it can be written. */
    private static final List<String> TABLES = List.of("calendar.holiday", "documents.letterhead",
            "products.lending_regulation", "ledger.account", "ledger.memorandum_account",
            "ledger.posting_template", "ledger.posting_template_line", "funding.capital_source", "funding.fund_lock",
            "funding.gauge_threshold", "funding.term_target", "servicing.classification_set", "servicing.classification_rule",
            "risk.provision_rate", "risk.collateral_rate", "vouchers.bank_account", "treasury.posting_template",
            "vouchers.counter_account");

    private static final long OWN_IDS = 1_000_000;

    private static Map<String, String> born;

    private FoundedFund() {
    }

    /** Answers the new fund's id. */
    public static long found(JdbcClient jdbc) {
        long fund = jdbc.sql("""
                insert into access.fund (id, name, short_name, province_code, address, bank_bin, bank_name, bank_account)
                select 1000 + nextval('access.fund_seq'), 'Quỹ mô phỏng', 'Quỹ mô phỏng', province_code, address, bank_bin, bank_name,
                       bank_account from access.fund where id = 1 returning id""").query(Long.class).single();
        born().forEach((table, rows) -> jdbc.sql("""
                insert into %1$s overriding user value
                select (jsonb_populate_record(null::%1$s, old || jsonb_strip_nulls(jsonb_build_object('fund_id', :fund,
                    'id', (old ->> 'id')::bigint + :own, 'template_id', (old ->> 'template_id')::bigint + :own)))).*
                from jsonb_array_elements(:rows::jsonb) as old""".formatted(table))
                .param("fund", fund).param("own", fund * OWN_IDS).param("rows", rows).update());
        return fund;
    }

    private static synchronized Map<String, String> born() {
        if (born == null) {
            Map<String, String> read = new LinkedHashMap<>();
            try (Connection pristine = TestDatabase.freshFromTemplate().asOwner(); Statement statement = pristine.createStatement()) {
                for (String table : TABLES) {
                    try (ResultSet rows = statement.executeQuery("select coalesce(jsonb_agg(t), '[]') from " + table + " t")) {
                        rows.next();
                        read.put(table, rows.getString(1));
                    }
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            born = read;
        }
        return born;
    }
}
