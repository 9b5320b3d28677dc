package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Person;
import dev.interlock.estate.Person.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Behind an account is one person; otherwise nobody could tell who acted. */
final class AccountsBelongToOnePerson implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    Map<Account, String> owners = new HashMap<>();
    for (Entry<Person> person : estate.entries(Person.class)) {
      List<Account> accounts = person.spec().accounts();
      for (int i = 0; i < accounts.size(); i++) {
        Account account = accounts.get(i);
        String owner = owners.putIfAbsent(account, person.name());
        if (owner != null) {
          report.add(
              EstateCode.SHARED_ACCOUNT,
              person.at("accounts", i),
              "accounts: \""
                  + account.name()
                  + "\" on "
                  + account.plane()
                  + " already belongs to Person \""
                  + owner
                  + "\"",
              "segregation of duties is judged on persons: give each an account of their own");
        }
      }
    }
  }
}
