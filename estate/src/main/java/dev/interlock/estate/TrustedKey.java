package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public key and what it may vouch for. Evidence signed by no such key counts as unknown. */
@Doc("A public key and what it may vouch for. Evidence signed by no such key counts as unknown.")
public record TrustedKey(
    @Doc("Ed25519 public key, PEM or base64 of its SubjectPublicKeyInfo.") String publicKey,
    @Doc("Persons it may speak for; none when it belongs to a system only.") @Ref(Kind.PERSON)
        List<String> persons,
    @Doc("The system that holds it, such as a pipeline; none when it belongs to a person.")
        @Nullable String system,
    @Doc("A server holds it and signs with it for every person who has signed in there.")
        boolean signsIn,
    @Doc(value = "Kinds of evidence it may sign.", example = "[approval]") List<String> predicates,
    @Doc("Environments it may speak about; all when empty.") @Ref(Kind.ENVIRONMENT)
        List<String> environments,
    @Doc("Evidence made before this instant does not count.") @Nullable Instant notBefore,
    @Doc("From this instant on, nothing that the key signed counts.") @Nullable Instant notAfter,
    @Doc("The instant it was revoked; nothing that it ever signed counts.")
        @Nullable Instant revoked)
    implements Spec {}
