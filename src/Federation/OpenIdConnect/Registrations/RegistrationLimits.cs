using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.OpenIdConnect.Limits;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// Wrong tokens are counted as wrong proofs of a client are, over the API and the form together: by address and what was asked for, never by client
/// alone, so that nobody locks a developer out by guessing.
/// </summary>
internal sealed class RegistrationLimits(ProtocolLimits limits)
{
    /// <summary>CB8001 where there were too many, and whatever the step says.</summary>
    public async Task<Outcome<T>> LimitedAsync<T>(HttpContext context, string about, Func<Task<Outcome<T>>> step)
    {
        var key = ProtocolLimits.KeyOf(RateLimits.Network(context.Connection.RemoteIpAddress), "registration " + about);
        using var lease = limits.Enter(key);
        if (!lease.IsAcquired)
            return ErrorCatalogue.TooManyRequests.With("come back later");
        var outcome = await step();
        if (!outcome.Succeeded && outcome.Error.Descriptor.Status == StatusCodes.Status401Unauthorized)
            limits.CountWrongProof(key);
        return outcome;
    }
}
