package dev.interlock.server.security.signin;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The page on which people sign in.
 *
 * @param csrf the form's secret
 * @param form true for name and password, false for a way to the identity provider
 * @param trouble why the last attempt failed
 * @param until when to try again, if one has to wait
 */
public record SignInPage(
    CsrfToken csrf, boolean form, @Nullable String trouble, @Nullable ZonedDateTime until) {}
