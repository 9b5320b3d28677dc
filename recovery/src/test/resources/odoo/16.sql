-- Lines count in their own unit, and storable products are a type.
alter table uom_uom add column rounding numeric; update uom_uom set rounding = 0.01;
alter table stock_move_line add column qty_done numeric, add column reserved_uom_qty numeric;
update stock_move_line set qty_done = case when state = 'done' then planned else 0 end;
update product_template set type = 'product' where id in (1, 2);
create table stock_quant_package (id serial primary key, name varchar, company_id integer references res_company);
alter table ir_cron add column numbercall integer, add column doall boolean;
create table google_calendar_credentials (id serial primary key, calendar_rtoken varchar, calendar_token varchar);
insert into google_calendar_credentials values (1, 'token', 'token');
