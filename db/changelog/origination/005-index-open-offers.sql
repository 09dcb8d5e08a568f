--liquibase formatted sql logicalFilePath:origination/005-index-open-offers.sql
--changeset origination:005-index-open-offers
create index application_open_offer on origination.application (fund_id) where state = 'APPROVED' and loan_id is null;
comment on index origination.application_open_offer is 'Approved and not yet signed: what the close of a day looks through for decisions whose time is over';
--rollback drop index origination.application_open_offer;
