using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Limits;

/// <summary>
/// Section <c>ProtocolLimits</c>: what the protocol's end points take from one client at one address. Never from a client wherever it is: then
/// anybody could use up what is another's by naming it.
/// </summary>
internal sealed class ProtocolLimitsOptions
{
    /// <summary>Requests.</summary>
    public RateLimit Client { get; set; } = new() { PerSecond = 1_000, Burst = 10_000 };

    /// <summary>Secrets and assertions that do not hold, within <see cref="Window"/>.</summary>
    public int WrongProofs { get; set; } = 100;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}

internal sealed class ProtocolLimitsOptionsValidator : IValidateOptions<ProtocolLimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, ProtocolLimitsOptions options)
    {
        var faults = new SettingFaults();
        if (options.Client.PerSecond < 1 || options.Client.Burst < options.Client.PerSecond)
            faults.Invalid("ProtocolLimits:Client", "needs a PerSecond of at least 1 and a Burst of at least that");
        if (options.WrongProofs < 1)
            faults.Invalid("ProtocolLimits:WrongProofs", "must be at least 1");
        if (options.Window < TimeSpan.FromSeconds(1) || options.Window > TimeSpan.FromHours(24))
            faults.Invalid("ProtocolLimits:Window", "must lie between one second and 24 hours");
        return faults.ToResult();
    }
}
