-- A small plant: it buys, stores, makes and sells; all of it was written before 2026-11-20 10:00 UTC.
insert into ir_module_module (id, name, state, latest_version) values
  (1, 'base', 'installed', '{series}.0.1.3'), (2, 'stock', 'installed', '{series}.0.1.1'),
  (3, 'sale', 'installed', '{series}.0.1.2'), (4, 'acme_ext', 'installed', '{series}.0.2.0.0'),
  (5, 'crm', 'uninstalled', null);
insert into ir_module_module_dependency (name, module_id) values
  ('base', 2), ('stock', 4), ('sale', 4), ('nowhere', 5);
insert into ir_config_parameter (key, value) values
  ('database.uuid', '5035d57a-e4f7-11f1-b07c-02fc00000001'), ('database.secret', 'not-a-secret'),
  ('web.base.url', 'https://erp.example.com'), ('cloud_storage_provider', 'azure');
insert into res_currency values (1, 'EUR', 0.01), (2, 'JPY', 1);
insert into res_company values (1, 1);
insert into res_partner values (1, 'A customer', 1), (2, 'A vendor', 1);
insert into res_users values (1, 'admin', 1, true);
insert into res_company_users_rel values (1, 1);
insert into ir_model_data (name, module, model, res_id) values ('user_admin', 'base', 'res.users', 1), ('send_orders', 'sale', 'ir.cron', 3),
  ('of_a_module_that_is_gone', 'crm', 'ir.cron', 9);
insert into res_users_apikeys values (1, 'integration', 1, 'x');
insert into ir_cron values
  (1, 'clean up', 1, true, '2026-11-21 00:00', null), (2, 'send orders', 1, true, '2026-11-19 00:00', null),
  (3, 'off', 1, false, '2026-11-19 00:00', null);
insert into ir_cron_trigger values (1, 1, '2026-11-20 11:00');
insert into ir_mail_server values (1, 'mail', 'smtp.example.com', 587, 'starttls', 'login', true, 1);
insert into fetchmail_server values (1, 'in', 'imap.example.com', true, 1);
insert into mail_template values (1, 1);
insert into mail_mail values (1, 'outgoing', null), (2, 'exception', null);
insert into sms_sms values (1, 'outgoing', 1);
insert into ir_model (model) select replace(relname, '_', '.') from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like '%\_rel' order by 1;
insert into ir_act_server (type, state, webhook_url, model_id) values
  ('ir.actions.server', 'webhook', 'https://hook.example.com/x', 1), ('ir.actions.server', 'code', null, 1);
insert into base_automation values (1, true, 1);
insert into payment_provider values (1, 'stripe', 'enabled', 1), (2, 'none', 'disabled', 1);
insert into payment_token values (1, true, 1);
insert into delivery_carrier values (1, 'dhl', true, true, 1), (2, 'fixed', false, true, 1);
insert into iap_account values (1, 'b0d6f7a6c2a94f21b43a0000deadbeef', 1);
insert into queue_job values (1, 'a', 'done', 1), (2, 'b', 'pending', 1), (3, 'c', 'started', 1);
insert into auth_oauth_provider values (1, true, 1);
insert into account_edi_proxy_client_user values (1, true, 1);

insert into ir_sequence values
  (1, 'Sales', 'sale.order', 'S', null, 'standard', 1, 1, 5, null, true, false),
  (2, 'Purchases', 'purchase.order', 'P', null, 'standard', 1, 1, 5, null, true, null),
  (3, 'Out', null, 'WH/OUT/', null, 'standard', 1, 1, 5, 1, true, null),
  (4, 'MO', null, 'WH/MO/', null, 'no_gap', 3, 1, 5, 1, true, null),
  (5, 'Group', null, 'GROUP/%(year)s/', null, 'no_gap', 1, 1, 5, null, true, true),
  (6, 'Batch', null, 'B/%(year)s/', null, 'standard', 1, 1, 5, null, true, true),
  (1007, 'Far', null, 'F', null, 'standard', 1, 1, 5, null, true, null);
insert into ir_sequence_date_range values (1, 1, 6);
create sequence ir_sequence_001; select setval('ir_sequence_001', 4);
create sequence ir_sequence_002; select setval('ir_sequence_002', 2);
create sequence ir_sequence_003; select setval('ir_sequence_003', 2);
create sequence ir_sequence_006;
create sequence ir_sequence_006_001;
create sequence ir_sequence_1007;

insert into uom_uom values (1, 'Units', 1, 1), (2, 'Dozens', 1.0 / 12, 1);
insert into product_template values (1, 'consu', 1), (2, 'consu', 1), (3, 'consu', 1);
insert into product_product values (1, 1), (2, 2), (3, 3);

insert into sale_order values
  (1, 'S00001', 'sale', 1, 1, '2026-11-01 08:00', '2026-11-01 08:00', '2026-11-02 08:00'),
  (2, 'S00002', 'sent', 1, 1, '2026-11-19 08:00', '2026-11-19 08:00', '2026-11-19 08:00'),
  (3, 'S00004', 'draft', 1, 1, '2026-11-20 09:30', '2026-11-20 09:30', '2026-11-20 09:50');
insert into sale_order_line values (1, 1, 1, 20), (2, 2, 2, 5), (3, 3, 1, 1);
insert into sale_order_tag_rel values (1, 1);
insert into purchase_order values
  (1, 'P00001', 'purchase', 1, 2, '2026-11-01 07:00', '2026-11-01 07:00'),
  (2, 'P00002', 'draft', 1, 2, '2026-11-18 07:00', '2026-11-18 07:00');
insert into purchase_order_line values (1, 1, 1), (2, 2, 2);

insert into stock_location values (1, 'supplier', null), (2, 'internal', 1), (3, 'internal', 1), (4, 'customer', null);
insert into stock_picking_type values (1, 'outgoing', 3), (2, 'mrp_operation', 4);
insert into stock_picking values
  (1, 'WH/OUT/00001', 'done', 1, '2026-11-02 08:00', '2026-11-03 08:00'),
  (2, 'WH/OUT/00002', 'assigned', 1, '2026-11-19 09:00', '2026-11-19 09:00');
insert into mrp_bom values (1, 2);
insert into mrp_production values
  (1, 'WH/MO/00001', 'done', 2, 1, 2, '2026-11-05 08:00', '2026-11-06 08:00'),
  (2, 'WH/MO/00002-001', 'confirmed', 2, 1, 2, '2026-11-20 09:00', '2026-11-20 09:00');
insert into stock_move values
  (1, 'done', null, 1, null, null, 1, 2), (2, 'done', null, 1, null, null, 2, 3),
  (3, 'done', 1, 1, null, null, 3, 4), (4, 'done', null, 2, null, 1, 1, 2),
  (5, 'done', null, 3, null, null, 1, 2), (6, 'assigned', 2, 1, null, null, 2, 4),
  (7, 'confirmed', null, 1, 2, null, 2, 3);
insert into stock_lot values (1, 'LOT1', 1), (2, 'LOT2', 1);
insert into stock_move_line values
  (1, 'done', 1, 1, 1, 1, 2, 1, null, null, null, 100), (2, 'done', 2, 1, 1, 2, 3, 1, null, 7, null, 30),
  (3, 'done', 3, 1, 1, 3, 4, 1, 7, null, null, 20), (4, 'done', 4, 2, 2, 1, 2, null, null, null, null, 2),
  (5, 'done', 5, 3, 1, 1, 2, null, null, null, null, 5), (6, 'assigned', 6, 1, 1, 2, 4, 1, null, null, null, 3);
insert into stock_quant values
  (1, 1, 2, 1, null, null, 70), (2, 1, 3, 1, 7, null, 10), (3, 1, 1, 1, null, null, -100),
  (4, 1, 4, 1, null, null, 20), (5, 2, 2, null, null, null, 24);

insert into account_journal values (1, 'INV', 1), (2, 'BILL', 1);
insert into account_account values (1, 1), (2, 1);
insert into account_move values
  (1, 'INV/2026/00001', 'posted', 1, 1, 'INV/2026/', 1, '2026-11-03 08:00', '2026-11-03 08:00'),
  (2, 'INV/2026/00003', 'posted', 1, 1, 'INV/2026/', 3, '2026-11-20 08:00', '2026-11-20 08:00'),
  (3, '/', 'draft', 1, 1, null, 0, '2026-11-20 08:30', '2026-11-20 08:30'),
  (4, 'BILL/2026/00001', 'posted', 2, 1, 'BILL/2026/', 1, '2026-11-04 08:00', '2026-11-04 08:00');
insert into account_move_line values
  (1, 1, 1, 119.10, 0, 119.10), (2, 1, 2, 0, 100.00, -100.00), (3, 1, 2, 0, 19.10, -19.10),
  (4, 2, 1, 50, 0, 50), (5, 2, 2, 0, 50, -50), (6, 2, null, null, null, null),
  (7, 3, 1, 10, 0, 10), (8, 4, 1, 0, 12.345, -12.345), (9, 4, 2, 12.345, 0, 12.345);
