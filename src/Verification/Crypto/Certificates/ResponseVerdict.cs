using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>What the OCSP responses say of a certificate.</summary>
internal static class ResponseVerdict
{
    /// <summary>Null where no response speaks of it.</summary>
    public static RevocationVerdict? Ask(Certificate certificate, Certificate issuer, string link, ChainRequest request)
    {
        var about = request.Revocation.Responses
            .SelectMany(response => response.Parsed.About(certificate, issuer).Select(line => new Answer(response, line))).ToList();
        if (about.Count == 0)
            return null;

        var whys = about.ConvertAll(answer => Violation(answer, issuer, request));
        var genuine = about.Where((_, index) => whys[index] is null).ToList();
        if (genuine.Count == 0)
            return new(ErrorCatalogue.RevocationResponseInvalid.With($"{link} cannot be checked for revocation: the OCSP response about it is not valid, for {whys[0]}."));

        if (genuine.Find(answer => answer.Line.RevokedAt is { } when && RevocationReason.Counts(when, answer.Line.Reason, request.At)) is { } revoked)
            return new(ErrorCatalogue.CertificateRevoked.With($"{link} was revoked by {issuer.Subject} at {revoked.Line.RevokedAt:u} ({RevocationReason.Describe(revoked.Line.Reason)}), says its OCSP response of {revoked.Line.ThisUpdate:u}."), IsFinal: true);

        return Judge(genuine.MaxBy(answer => answer.Line.ThisUpdate)!, issuer, link, request);
    }

    private static RevocationVerdict Judge(Answer latest, Certificate issuer, string link, ChainRequest request)
    {
        var (line, grace) = (latest.Line, request.RevocationPolicy.GraceOf(request.Purpose));
        if (!line.IsGood && line.RevokedAt is null)
            return new(ErrorCatalogue.RevocationStatusUnknown.With($"{link} is not known to {issuer.Subject}, says its OCSP response of {line.ThisUpdate:u}."), IsFinal: true);
        if (line.ThisUpdate - request.At > grace)
            return new(ErrorCatalogue.RevocationResponseInvalid.With($"{link} cannot be checked for revocation: the OCSP response about it is dated {line.ThisUpdate:u}, after the time of the check ({request.At:u})."));

        // One that names no next update is as old as it is from the moment it was made.
        var due = line.NextUpdate ?? line.ThisUpdate;
        return request.At - due <= grace
            ? new(null) { Response = latest.Response }
            : new(ErrorCatalogue.RevocationStale.With($"{link} cannot be checked for revocation: the OCSP response about it was due for renewal at {due:u}."));
    }

    private static string? Violation(Answer answer, Certificate issuer, ChainRequest request) => answer.Line.HasUnknownCritical
        ? "it has a critical extension that is not understood here"
        : ResponderRules.Violation(answer.Response.Parsed, issuer, request.At,
            responder => ListVerdict.Ask(responder, issuer, responder.Subject, request).Refusal is null);

    private sealed record Answer(RevocationResponse Response, CertificateStatusLine Line);
}
