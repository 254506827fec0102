using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>A step-up at the provider: the form waits, the officer signs in there anew, and what comes back proves this form and no other.</summary>
internal sealed class ProveAtProvider(IOfficerSteps steps, IOfficers officers, IHttpContextAccessor contexts, TimeProvider clock)
{
    private const string Mark = "provider:";
    private static readonly object Waiting = new();

    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("A provider is asked over HTTP alone.");

    /// <summary>The proof as a form carries it where a code could stand as well.</summary>
    public static string ProofOf(OfficerStep step) => Mark + step.Id;

    public static bool IsProof(string? proof) => proof?.StartsWith(Mark, StringComparison.Ordinal) == true;

    /// <summary>The step that this request made wait; null where it made none.</summary>
    public static string? WaitingFor(HttpContext context) => context.Items.TryGetValue(Waiting, out var id) ? id as string : null;

    /// <summary>Keeps the form and says CB6075; whoever answers the request then sends the browser to the provider. CB6081 for a form with a file.</summary>
    public async Task<Error> AskAsync(OfficerPresence presence, CancellationToken cancellationToken)
    {
        if (await SentForm.OfAsync(Context.Request, cancellationToken) is not { } form)
            return ErrorCatalogue.OfficerProofUnbound.With("A form with a file cannot wait.");

        var step = new OfficerStep
        {
            Id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24)),
            SessionId = presence.SessionId,
            OfficerId = presence.OfficerId,
            Address = form.Address,
            Fields = form.FieldsAsJson,
            Digest = form.Digest,
            ExpiresAt = clock.GetUtcNow() + OfficerStep.Lifetime,
        };
        steps.Add(step);
        if (await officers.SaveAsync(cancellationToken))
            Context.Items[Waiting] = step.Id;
        return ErrorCatalogue.OfficerProofStale.With("The provider is asked.");
    }

    /// <summary>Takes a proof once. CB6081 for one of another session, another form, used, or too old.</summary>
    public async Task<Outcome<OfficerPresence>> TakeAsync(OfficerPresence presence, string proof, CancellationToken cancellationToken)
    {
        if (await steps.FindAsync(proof[Mark.Length..], cancellationToken) is not { ProvedAt: not null, UsedAt: null } step
            || step.SessionId != presence.SessionId
            || await SentForm.OfAsync(Context.Request, cancellationToken) is not { } form || form.Digest != step.Digest)
            return Refused;

        step.UsedAt = clock.GetUtcNow();
        return await officers.SaveAsync(cancellationToken) ? presence : Refused;
    }

    private static Error Refused => ErrorCatalogue.OfficerProofUnbound.With("The proof was given for something else, or was used.");
}
