--liquibase formatted sql logicalFilePath:documents/003-create-letterhead.sql
--changeset documents:003-create-letterhead
create table documents.letterhead (
    fund_id    bigint not null references access.fund,
    valid_from date not null,
    parent     text not null,
    name       text not null,
    place      text not null,
    primary key (fund_id, valid_from)
);
comment on table documents.letterhead is 'What stands at the head of the fund''s papers from a day on: the body above it, its name (both broken into lines as printed), the place in the date line';

insert into documents.letterhead (fund_id, valid_from, parent, name, place) values
    (1, '1900-01-01', E'Liên minh hợp tác xã\ntỉnh Bắc Giang', E'Quỹ hỗ trợ phát triển\nhợp tác xã Bắc Giang', 'Bắc Giang'),
    (1, '2025-07-01', E'Liên minh hợp tác xã\ntỉnh Bắc Ninh', E'Quỹ hỗ trợ phát triển\nhợp tác xã Bắc Giang', 'Bắc Giang');
--rollback drop table documents.letterhead;
