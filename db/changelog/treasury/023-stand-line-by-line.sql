--liquibase formatted sql logicalFilePath:treasury/023-stand-line-by-line.sql
--changeset treasury:023-stand-line-by-line
-- Grouped over all lines the view was made anew for every row of a join, until the server knew how many lines a large
-- statement had brought: a list took minutes. Each line now asks for its own matches by their index.
create or replace view treasury.line_standing as
select s.*, l_amount - (in_books - unknown) - waiting as open,
       case when l_amount = in_books - unknown then 'MATCHED'
            when l_amount = in_books - unknown + waiting then 'WAITING'
            when in_books - unknown + waiting <> 0 then 'PARTLY'
            when unknown <> 0 then 'UNKNOWN' else 'NEW' end as state
from (select l.id as line_id, l.amount as l_amount, m.in_books, m.unknown, m.waiting
      from treasury.statement_line l cross join lateral (
           select coalesce(sum(m.amount) filter (where m.state = 'STANDS'), 0)::bigint as in_books,
                  coalesce(sum(m.amount) filter (where m.kind in ('UNKNOWN', 'RELEASE') and m.state = 'STANDS'), 0)::bigint as unknown,
                  coalesce(sum(m.amount) filter (where m.state = 'WAITING'), 0)::bigint as waiting
           from treasury.match m where m.line_id = l.id) m) s;
--rollback select 1;
