package dev.interlock.server.security.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Forms and queries that fall apart when they are read: their sender's fault, on every route. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenRequests {

  @ExceptionHandler({
    InvalidParameterException.class,
    RequestRejectedException.class,
    MultipartException.class
  })
  void broken(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Whoever writes the answer must not try to read the same parts once more.
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e);
    boolean large = e instanceof MaxUploadSizeExceededException;
    response.sendError((large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
  }
}
