using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Adapters.Ports;

/// <summary>Told by a home's scheme when a visit ends without an assertion.</summary>
public interface IHomeFailures
{
    /// <summary>Records the failure and returns the local address to send the browser to.</summary>
    /// <param name="journey">The journey; null where even that is unknown (state lost or forged).</param>
    Task<string> FailedAsync(HttpContext context, string? journey, Error error);
}
