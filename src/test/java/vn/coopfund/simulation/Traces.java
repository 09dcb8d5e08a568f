package vn.coopfund.simulation;

import java.util.List;
import java.util.stream.Collectors;

/** All rows of a fund in one figure: the same figure before and after means that nothing was left behind. */
final class Traces {

    /** Rows that belong to a loan or an order and name no fund. */
    private static final String OF_LOANS = """
            union all select count(*), coalesce(sum(hashtextextended(s::text, 0)::numeric), 0) from servicing.standing s
                join servicing.loan l on l.id = s.loan_id where l.fund_id = :fund
            union all select count(*), coalesce(sum(hashtextextended(a::text, 0)::numeric), 0) from servicing.accrual a
                join servicing.loan l on l.id = a.loan_id where l.fund_id = :fund
            union all select count(*), coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) from servicing.reallocation r
                join servicing.loan l on l.id = r.loan_id where l.fund_id = :fund
            union all select count(*), coalesce(sum(hashtextextended(d::text, 0)::numeric), 0) from servicing.disbursement d
                join servicing.loan l on l.id = d.loan_id where l.fund_id = :fund
            union all select count(*), coalesce(sum(hashtextextended(v::text, 0)::numeric), 0) from servicing.schedule_version v
                join servicing.loan l on l.id = v.loan_id where l.fund_id = :fund
            union all select count(*), coalesce(sum(hashtextextended(x::text, 0)::numeric), 0) from act_ru_execution x
                join act_ru_execution r on r.proc_inst_id_ = x.root_proc_inst_id_
                join servicing.loan l on l.id::text = r.business_key_ where l.fund_id = :fund""";

    private final Fund fund;
    private final String question;

    Traces(Fund fund) {
        this.fund = fund;
        List<String> tables = fund.jdbc.sql("""
                select c.table_schema || '.' || c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'fund_id' and t.table_type = 'BASE TABLE' and c.table_schema <> 'public' order by 1""")
                .query(String.class).list();
        question = "select count(*) || ' ' || sum(rows) || ' ' || sum(hash) from (" + tables.stream().map(table ->
                "select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as hash from " + table
                        + " t where fund_id = :fund ").collect(Collectors.joining(" union all ")) + " " + OF_LOANS + ") as all_rows";
    }

    String now() {
        return fund.jdbc.sql(question).param("fund", fund.id).query(String.class).single();
    }
}
