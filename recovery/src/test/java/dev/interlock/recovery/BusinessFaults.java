package dev.interlock.recovery;

import static dev.interlock.recovery.PlantedFault.rows;

import java.util.stream.Stream;

/** Faults that only who knows the business sees. */
final class BusinessFaults {

  private BusinessFaults() {}

  static Stream<PlantedFault> all() {
    return Stream.of(
        rows(
            "an entry that does not balance",
            "update account_move_line set credit = 19.11, balance = -19.11 where id = 3",
            "business/entries-balance"),
        rows(
            "an entry that is a cent off",
            "update account_move_line set credit = 19.11, balance = -19.11 where id = 3;"
                + " update account_move_line set debit = 119.12, balance = 119.12 where id = 1",
            "business/entries-balance"),
        rows(
            "a line of an entry lost",
            "delete from account_move_line where id = 3",
            "business/entries-balance"),
        rows(
            "all lines of an entry lost",
            "delete from account_move_line where move_id = 2",
            "business/entries-balance"),
        rows(
            "a line that contradicts itself",
            "update account_move_line set debit = 51 where id = 4;"
                + " update account_move_line set credit = 51 where id = 5",
            "business/entries-balance"),
        rows(
            "stock that was never moved",
            "update stock_quant set quantity = 71 where id = 1",
            "business/stock-equals-moves"),
        rows(
            "stock that is a hundredth off",
            "update stock_quant set quantity = quantity + 0.01 where id = 1",
            "business/stock-equals-moves"),
        rows("a quant lost", "delete from stock_quant where id = 5", "business/stock-equals-moves"),
        rows(
            "a finished move lost",
            "delete from stock_move_line where id = 2",
            "business/stock-equals-moves"),
        rows(
            "two entries with one number",
            "drop index account_move_unique_name;"
                + " update account_move set name = 'INV/2026/00001', sequence_number = 1 where id = 2",
            "business/numbering-is-continuous"),
        rows(
            "the last order lost",
            "delete from sale_order_line where order_id = 3; delete from sale_order where id = 3",
            "business/numbering-is-continuous"),
        rows(
            "a clock that had moved",
            "update account_move set write_date = '2026-11-20 12:00' where id = 2",
            "business/newest-work"));
  }
}
