package dev.interlock.server.security.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The page on which people change their password.
 *
 * @param csrf the form's secret
 * @param must the password was given by somebody else and has to be changed
 * @param trouble why the last try failed
 */
public record PasswordPage(CsrfToken csrf, boolean must, @Nullable String trouble) {}
