-- A small Odoo: the tables and columns that are asked, in the form that 16 to 19 share.
create table ir_module_module (id serial primary key, name varchar not null unique, state varchar(16),
  latest_version varchar, imported boolean);
create table ir_module_module_dependency (id serial primary key, name varchar,
  module_id integer references ir_module_module on delete cascade);
create table ir_model (id serial primary key, model varchar not null unique, transient boolean);
create table ir_model_fields (id serial primary key, model_id integer not null references ir_model,
  name varchar not null, ttype varchar not null, store boolean, relation_table varchar);
create table ir_model_constraint (id serial primary key, name varchar not null, type varchar(1) not null, definition varchar,
  model integer not null references ir_model, module integer not null references ir_module_module);
create table ir_model_relation (id serial primary key, name varchar not null,
  model integer not null references ir_model, module integer not null references ir_module_module);
create table ir_config_parameter (id serial primary key, key varchar not null unique, value text not null);
create table res_currency (id serial primary key, name varchar not null unique, rounding numeric);
create table res_company (id serial primary key, currency_id integer not null references res_currency);
create table res_partner (id serial primary key, name varchar,
  company_id integer references res_company);
create table res_users (id serial primary key, login varchar not null unique,
  partner_id integer not null references res_partner, active boolean, password varchar);
create table res_company_users_rel (cid integer not null references res_company,
  user_id integer not null references res_users, primary key (cid, user_id));
create table ir_model_data (id serial primary key, name varchar not null, module varchar not null,
  model varchar not null, res_id integer);
create table res_users_apikeys (id serial primary key, name varchar not null,
  user_id integer not null references res_users, key varchar);
create table ir_attachment (id serial primary key, name varchar not null, type varchar not null,
  res_model varchar, res_id integer, url varchar, store_fname varchar, checksum varchar(40),
  file_size integer, db_datas bytea, company_id integer references res_company,
  create_date timestamp, write_date timestamp, mimetype varchar, public boolean,
  create_uid integer references res_users, write_uid integer references res_users);
create table ir_cron (id serial primary key, cron_name varchar, user_id integer not null references res_users,
  active boolean, nextcall timestamp not null, lastcall timestamp);
create table ir_cron_trigger (id serial primary key, cron_id integer references ir_cron,
  call_at timestamp not null);
create table ir_mail_server (id serial primary key, name varchar not null, smtp_host varchar, smtp_port integer,
  smtp_encryption varchar not null, smtp_authentication varchar not null, active boolean,
  create_uid integer references res_users);
create table fetchmail_server (id serial primary key, name varchar not null, server varchar, active boolean,
  create_uid integer references res_users);
create table mail_template (id serial primary key, mail_server_id integer references ir_mail_server);
create table mail_mail (id serial primary key, state varchar,
  fetchmail_server_id integer references fetchmail_server);
create table sms_sms (id serial primary key, state varchar not null,
  partner_id integer references res_partner);
create table ir_actions (id serial primary key, type varchar not null, binding_model_id integer references ir_model);
create table ir_act_server (state varchar not null, webhook_url varchar,
  model_id integer not null references ir_model) inherits (ir_actions);
alter table ir_act_server add primary key (id);
create table base_automation (id serial primary key, active boolean, model_id integer references ir_model);
create table payment_provider (id serial primary key, code varchar not null, state varchar not null,
  company_id integer not null references res_company);
create table payment_token (id serial primary key, active boolean,
  provider_id integer not null references payment_provider);
create table delivery_carrier (id serial primary key, delivery_type varchar not null, prod_environment boolean,
  active boolean, company_id integer references res_company);
create table iap_account (id serial primary key, account_token varchar(43),
  create_uid integer references res_users);
create table queue_job (id serial primary key, uuid varchar not null unique, state varchar not null,
  user_id integer references res_users);
create table auth_oauth_provider (id serial primary key, enabled boolean,
  create_uid integer references res_users);
create table account_edi_proxy_client_user (id serial primary key, active boolean,
  company_id integer references res_company);

create table ir_sequence (id serial primary key, name varchar not null, code varchar, prefix varchar, suffix varchar,
  implementation varchar not null, number_next integer not null, number_increment integer not null,
  padding integer not null, company_id integer references res_company, active boolean,
  use_date_range boolean);
create table ir_sequence_date_range (id serial primary key, number_next integer not null,
  sequence_id integer not null references ir_sequence);

create table uom_uom (id serial primary key, name varchar, factor numeric,
  create_uid integer references res_users);
create table product_template (id serial primary key, type varchar not null,
  uom_id integer not null references uom_uom);
create table product_product (id serial primary key,
  product_tmpl_id integer not null references product_template);

create table sale_order (id serial primary key, name varchar not null, state varchar,
  company_id integer not null references res_company, partner_id integer not null references res_partner,
  date_order timestamp, create_date timestamp, write_date timestamp);
create table sale_order_line (id serial primary key, order_id integer not null references sale_order,
  product_id integer references product_product, product_uom_qty numeric);
create table sale_order_tag_rel (order_id integer not null references sale_order,
  tag_id integer not null, primary key (order_id, tag_id));
create table purchase_order (id serial primary key, name varchar not null, state varchar,
  company_id integer not null references res_company, partner_id integer not null references res_partner,
  create_date timestamp, write_date timestamp);
create table purchase_order_line (id serial primary key, order_id integer not null references purchase_order,
  product_id integer references product_product);

create table stock_location (id serial primary key, usage varchar not null,
  company_id integer references res_company);
create table stock_picking_type (id serial primary key, code varchar not null,
  sequence_id integer references ir_sequence);
create table stock_picking (id serial primary key, name varchar, state varchar,
  picking_type_id integer not null references stock_picking_type,
  create_date timestamp, write_date timestamp);
create table mrp_bom (id serial primary key, product_tmpl_id integer not null references product_template);
create table mrp_production (id serial primary key, name varchar, state varchar,
  product_id integer not null references product_product, bom_id integer references mrp_bom,
  picking_type_id integer not null references stock_picking_type,
  create_date timestamp, write_date timestamp);
create table stock_move (id serial primary key, state varchar, picking_id integer references stock_picking,
  product_id integer not null references product_product,
  raw_material_production_id integer references mrp_production,
  production_id integer references mrp_production,
  location_id integer not null references stock_location,
  location_dest_id integer not null references stock_location);
create table stock_lot (id serial primary key, name varchar not null,
  product_id integer not null references product_product);
create table stock_move_line (id serial primary key, state varchar, move_id integer references stock_move,
  product_id integer references product_product, product_uom_id integer not null references uom_uom,
  location_id integer not null references stock_location,
  location_dest_id integer not null references stock_location,
  lot_id integer references stock_lot, package_id integer, result_package_id integer,
  owner_id integer references res_partner, planned numeric);
create table stock_quant (id serial primary key, product_id integer not null references product_product,
  location_id integer not null references stock_location, lot_id integer references stock_lot,
  package_id integer, owner_id integer references res_partner, quantity numeric);

create table account_journal (id serial primary key, code varchar(5) not null,
  company_id integer not null references res_company);
create table account_account (id serial primary key, create_uid integer references res_users);
create table account_move (id serial primary key, name varchar, state varchar not null,
  journal_id integer not null references account_journal, company_id integer references res_company,
  sequence_prefix varchar, sequence_number integer, create_date timestamp, write_date timestamp);
create unique index account_move_unique_name on account_move (name, journal_id)
  where state = 'posted' and name <> '/';
create table account_move_line (id serial primary key, move_id integer not null references account_move,
  account_id integer references account_account, debit numeric, credit numeric, balance numeric);
