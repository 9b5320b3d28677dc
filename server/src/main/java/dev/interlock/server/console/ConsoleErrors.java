package dev.interlock.server.console;

import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.usecases.InputRejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a page could not make anything of becomes a page that says so. */
@ControllerAdvice(basePackageClasses = ConsoleErrors.class)
class ConsoleErrors {

  @ExceptionHandler
  void rejected(InputRejected e, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }

  @ExceptionHandler
  void refused(RegisterRefused e, HttpServletResponse response) throws IOException {
    boolean absent = e.code() == RegisterCode.NO_SUCH_CHANGE;
    response.sendError((absent ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
  }
}
