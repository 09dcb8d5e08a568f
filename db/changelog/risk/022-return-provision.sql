--liquibase formatted sql logicalFilePath:risk/022-return-provision.sql
--changeset risk:022-return-provision
-- what a write-off had used stands again once it is taken back
alter table risk.provision_movement drop constraint provision_movement_movement_check;
alter table risk.provision_movement add constraint provision_movement_movement_check
    check (movement in ('ADDITION', 'RELEASE', 'USE', 'RETURN'));
--rollback alter table risk.provision_movement drop constraint provision_movement_movement_check; alter table risk.provision_movement add constraint provision_movement_movement_check check (movement in ('ADDITION', 'RELEASE', 'USE'));
