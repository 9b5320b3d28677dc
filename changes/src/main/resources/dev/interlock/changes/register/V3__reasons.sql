-- Why contacts are not closed, a line each. What was judged before tells no reasons: it is judged anew.

delete from changes.judgement;
alter table changes.judgement add column reasons text not null;
