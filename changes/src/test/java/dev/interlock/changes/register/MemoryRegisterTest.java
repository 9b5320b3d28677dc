package dev.interlock.changes.register;

import dev.interlock.changes.ChangeRegister;

class MemoryRegisterTest extends ChangeRegisterContract {

  @Override
  ChangeRegister fresh() {
    return ChangeRegister.inMemory();
  }
}
