package dev.interlock.recovery.neutral;

import java.util.List;

/** Electronic invoices to authorities and networks, and the certificates that sign them. */
final class ElectronicInvoices {

  static final Outlet OUTLET =
      new Outlet(
          "electronic-invoices",
          "electronic invoices can be sent",
          Measure.deactivate("account_edi_proxy_client_user"),
          Measure.deactivate("certificate_certificate"),
          Measure.deactivate("certificate_key"),
          Measure.set(
              "ir_config_parameter",
              List.of("key", "value"),
              "value = 'demo'",
              "key in ('account_peppol.edi.mode', 'account_edi_proxy_client.demo') and value <> 'demo'"));

  private ElectronicInvoices() {}
}
