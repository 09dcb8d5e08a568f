--liquibase formatted sql logicalFilePath:council/002-keep-figures.sql
--changeset council:002-keep-figures
create table council.matter_figure (
    matter_id bigint not null references council.matter,
    place     int not null,
    label     text not null,
    value     text not null,
    primary key (matter_id, place)
);
comment on table council.matter_figure is 'What exactly a question asks for, as it stood when it was laid: what the members vote on and the minutes say. Only added to';
create trigger matter_figure_append_only before update or delete on council.matter_figure
    for each row execute function access.refuse_change();
create trigger matter_figure_keep before truncate on council.matter_figure
    for each statement execute function access.refuse_change();
--rollback drop table council.matter_figure;
