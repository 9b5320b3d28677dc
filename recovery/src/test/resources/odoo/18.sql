-- Storable is a flag, and jobs count their failures.
alter table uom_uom add column rounding numeric; update uom_uom set rounding = 0.01;
alter table stock_move_line add column quantity numeric, add column quantity_product_uom numeric, add column picked boolean;
update stock_move_line set quantity = planned, quantity_product_uom = planned * case product_uom_id when 2 then 12 else 1 end;
alter table product_template add column is_storable boolean; update product_template set is_storable = id in (1, 2);
create table stock_quant_package (id serial primary key, name varchar, company_id integer references res_company);
alter table sale_order add column locked boolean;
alter table ir_cron add column failure_count integer, add column first_failure_date timestamp;
update ir_cron set failure_count = 2 where id = 2;
create table mail_push_device (id serial primary key, endpoint varchar, partner_id integer references res_partner);
insert into mail_push_device values (1, 'https://push.example.com', 1);
