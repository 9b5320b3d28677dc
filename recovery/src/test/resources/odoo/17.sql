-- Lines have a quantity, also in the unit of the product.
alter table uom_uom add column rounding numeric; update uom_uom set rounding = 0.01;
alter table stock_move_line add column quantity numeric, add column quantity_product_uom numeric, add column picked boolean;
update stock_move_line set quantity = planned, quantity_product_uom = planned * case product_uom_id when 2 then 12 else 1 end;
update product_template set type = 'product' where id in (1, 2);
create table stock_quant_package (id serial primary key, name varchar, company_id integer references res_company);
alter table sale_order add column locked boolean;
alter table ir_cron add column numbercall integer, add column doall boolean;
